import assert from 'node:assert/strict';
import { ArchiveIndex } from '../../../src/core/archive/archiveIndex';
import { entry } from '../../support/builders';

describe('the index', () => {
  it('tells no change when only stamps are others, but keeps them and says whose text may be another', () => {
    const index = new ArchiveIndex();
    let told = 0;
    index.apply([entry('a.md')]);
    const touched: string[] = [];
    index.onDidChange(() => told++);
    index.onDidTouch((paths) => touched.push(...paths));
    index.apply([entry('a.md', { mtime: 5, size: 7 })]);
    assert.equal(told, 0);
    assert.deepEqual(touched, ['a.md']);
    index.apply([entry('a.md', { mtime: 5, size: 7 })]);
    assert.deepEqual(touched, ['a.md']);
    assert.equal(index.get('a.md')?.mtime, 5);
    index.apply([entry('a.md', { body: { words: 1, characters: 1, images: 0, links: 0 } })]);
    assert.equal(told, 1);
    index.apply([], ['unknown.md']);
    assert.equal(told, 1);
  });

  it('tells one batch as one change, a path in it once', () => {
    const index = new ArchiveIndex();
    index.apply([entry('a.md'), entry('b.md')]);
    const changes: unknown[] = [];
    index.onDidChange(({ added, changed, removed }) =>
      changes.push([
        added.map(({ path, title }) => `${path} ${title}`),
        changed.map(({ before, after }) => `${before.title} ${after.title}`),
        removed.map(({ path }) => path),
      ]),
    );
    index.apply(
      [entry('c.md', { title: 'C1' }), entry('c.md', { title: 'C2' }), entry('a.md', { title: 'A2' })],
      ['b.md', 'b.md', 'a.md'],
    );
    assert.deepEqual(changes, [[['c.md C2'], ['a A2'], ['b.md']]]);
    assert.equal(index.size, 2);
  });

  it('looks like an archive while at least half of its files are plainly articles', () => {
    const index = new ArchiveIndex();
    const note = (path: string) => entry(path, { titleFrom: 'heading' });
    assert.equal(index.looksLikeArchive, false);
    index.apply([note('a.md')]);
    assert.equal(index.looksLikeArchive, false);
    index.apply([entry('b.md')]);
    assert.equal(index.looksLikeArchive, true);
    index.apply([note('c.md')]);
    assert.equal(index.looksLikeArchive, false);
    index.apply([entry('c.md')]);
    assert.equal(index.looksLikeArchive, true);
    index.apply([entry('c.md', { date: '' })]);
    assert.equal(index.looksLikeArchive, false);
    index.apply([], ['a.md']);
    assert.equal(index.looksLikeArchive, true);
    index.apply([], ['b.md', 'c.md']);
    assert.equal(index.looksLikeArchive, false);
  });
});
