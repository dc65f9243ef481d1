import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonFault } from '../../src/core/text/json/jsonFault';
import { eventually } from '../support/eventually';
import { describeArchive, type OpenSample, openSample } from './sampleArchive';
import { allRows, topGroups } from './treeText';

type Json = Record<string, unknown>;

describe("the archive's configuration", () => {
  let sample: OpenSample;
  let config: string;
  let sources: string;

  before(async () => {
    sample = await openSample();
    config = await readFile(file('config.json'), 'utf8');
    sources = await readFile(file('sources.json'), 'utf8');
  });

  afterEach(async () => {
    await writeFile(file('config.json'), config);
    await writeFile(file('sources.json'), sources);
    await eventually('all is as it was', () => {
      const { timeZone, index, state } = sample.archive;
      return state === 'ready' && timeZone === 'Asia/Shanghai' && index.size === 42 && topGroups(sample).length === 10;
    });
    await openSample();
  });

  it('moves articles to other days with another time zone', async () => {
    const newYear = '元旦第一班电车：六点十分，车上有九个人和一只猫';
    assert.ok(allRows(sample).includes(`北湾晚报/2021/1: ${newYear}`));
    await changeConfig({ timeZone: 'UTC' });
    await eventually('it is in the year before', () => allRows(sample).includes(`北湾晚报/2020/12: ${newYear}`));
    const undated = [...sample.archive.index.entries()].find(({ path }) => path.includes('山徑維修隊'));
    assert.ok(undated?.date.kind === 'read');
    assert.equal(new Date(undated.date.time).getUTCHours(), 6, 'a date without a zone is in that of the archive');
  });

  it('leaves out and takes in articles', async () => {
    await changeConfig({ exclude: ['inbox/**'] });
    await eventually(
      'the inbox is left out',
      () => sample.archive.state === 'ready' && sample.archive.index.size === 36,
    );
    assert.ok(![...sample.archive.index.paths()].some((path) => path.startsWith('inbox/')));
    await changeConfig({ include: ['inbox/*.md'] });
    await eventually('it alone is taken in', () => sample.archive.state === 'ready' && sample.archive.index.size === 6);
  });

  it('names other fields for the source', async () => {
    await changeConfig({ sourceFields: ['layout', 'nothing'] });
    await eventually('sources come from elsewhere', () => !topGroups(sample).includes('云溪体育 3'));
  });

  it('is told of and replaced by defaults when it is broken, and works again when mended', async () => {
    const told: JsonFault[] = [];
    const listening = sample.archive.onDidFindConfigFaults((faults) => told.push(...faults));
    try {
      await writeFile(file('config.json'), '{ "timeZone": ');
      await eventually('the fault', () => told.some(({ kind }) => kind === 'notJson'));
      await eventually('it is read', () => sample.archive.state === 'ready' && sample.archive.index.size === 42);
      await changeConfig({ timeZone: 'Asia/Nowhere', exclude: 'drafts' });
      await eventually('the other faults', () => told.length === 3);
      assert.deepEqual(
        told
          .slice(1)
          .map(({ kind }) => kind)
          .sort(),
        ['unknownTimeZone', 'wrongType'],
      );
    } finally {
      listening.dispose();
    }
  });

  it('regroups articles when an alias is added', async () => {
    assert.ok(topGroups(sample).includes('Open Orbit Weekly 4'));
    const value = JSON.parse(sources) as { sources: Record<string, { aliases: string[] }> };
    value.sources['Harbour Ledger']?.aliases.push('Open Orbit Weekly');
    delete value.sources['Open Orbit Weekly'];
    await writeFile(file('sources.json'), JSON.stringify(value));
    await eventually('both are one', () => topGroups(sample).includes('Harbour Ledger 10'));
    assert.equal(describeArchive(sample.archive).sources.get('Open Orbit Weekly'), undefined);
  });

  it('knows no alias while sources.json is broken', async () => {
    await writeFile(file('sources.json'), '{');
    await eventually('names as they are written', () => topGroups(sample).some((group) => group.startsWith('Beiwan')));
  });

  it('regroups articles when both files change at once', async () => {
    const value = JSON.parse(sources) as { sources: Record<string, { aliases: string[] }> };
    value.sources['Harbour Ledger']?.aliases.push('The Northmere Courier');
    delete value.sources['The Northmere Courier'];
    await Promise.all([
      writeFile(file('sources.json'), JSON.stringify(value)),
      writeFile(file('config.json'), `${config}\n`),
    ]);
    await eventually('both are one', () => topGroups(sample).includes('Harbour Ledger 11'));
  });

  function file(name: string): string {
    return join(sample.archive.folder.uri.fsPath, '.marginalia', name);
  }

  async function changeConfig(changes: Json): Promise<void> {
    await writeFile(file('config.json'), JSON.stringify({ ...(JSON.parse(config) as Json), ...changes }));
  }
});
