import assert from 'node:assert/strict';
import { describeArchive, knownSample, type OpenSample, openSample } from './sampleArchive';
import { allRows, topGroups } from './treeText';

describe('the sample archive', () => {
  let sample: OpenSample;

  before(async () => {
    sample = await openSample();
  });

  it('is indexed with every article, its source and its date', async () => {
    const known = await knownSample();
    const read = describeArchive(sample.archive);
    assert.equal(known.articles.length, 42);
    const byPath = [...known.articles].sort((a, b) => (a.path < b.path ? -1 : 1));
    assert.deepEqual(read.articles, byPath);
    assert.deepEqual(new Map([...read.sources].sort()), new Map([...known.sources].sort()));
    assert.deepEqual(new Map([...read.years].sort()), new Map([...known.years].sort()));
  });

  it('stands in the tree by source, year and month', async () => {
    const { sources } = await knownSample();
    const groups = [...sources].map(([name, count]) => `${name === 'unknown' ? 'noSource' : name} ${count}`);
    assert.deepEqual([...topGroups(sample)].sort(), groups.sort());
    const rows = allRows(sample);
    assert.equal(rows.length, 42);
    assert.ok(rows.includes('Harbour Ledger/2014/10: The lighthouse logbook, page by page'));
    assert.ok(
      rows.includes('北湾晚报/2021/1: 元旦第一班电车：六点十分，车上有九个人和一只猫'),
      'a day in the zone of the archive',
    );
  });

  it('has facts of the body for every article', () => {
    for (const { path, body } of sample.archive.index.entries()) assert.ok((body?.words ?? 0) > 50, path);
  });
});
