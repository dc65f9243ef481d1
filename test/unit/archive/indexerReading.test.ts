import assert from 'node:assert/strict';
import { articleText } from '../../support/builders';
import { InMemoryFiles } from '../../support/inMemoryFiles';
import { defaultConfig, indexerOn, MemoryCache, unstopped } from './indexerBench';

function many(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i % 7}/${i}.md`, articleText(`Title ${i}`)]));
}

describe('indexing', () => {
  it('reads each file exactly once', async () => {
    const files = new InMemoryFiles({ ...many(1200), 'image.png': 'x', '.hidden/a.md': 'x' }, 100);
    const { index, indexAll } = indexerOn(files);
    await indexAll();
    assert.equal(index.size, 1200);
    assert.equal(files.reads.length, 1200);
    assert.equal(new Set(files.reads).size, 1200);
    assert.deepEqual(files.listed, ['']);
    assert.deepEqual(files.stated, []);
  });

  it('reads and looks at one file when one was edited', async () => {
    const files = new InMemoryFiles(many(300));
    const { indexAll, update, changes, titles } = indexerOn(files);
    await indexAll();
    files.forgetCalls();
    changes.length = 0;
    files.write('1/8.md', articleText('New title'));
    await update('1/8.md');
    assert.deepEqual(files.reads, ['1/8.md']);
    assert.deepEqual(files.stated, ['1/8.md']);
    assert.deepEqual(files.listed, []);
    assert.equal(titles()['1/8.md'], 'New title');
    assert.equal(changes.length, 1);
    assert.deepEqual(changes[0]?.added, []);
    assert.deepEqual(changes[0]?.removed, []);
    assert.equal(changes[0]?.changed[0]?.before.title, 'Title 8');
  });

  it('starts warm without reading, but for what has changed since', async () => {
    const files = new InMemoryFiles(many(50));
    const cache = new MemoryCache();
    const first = indexerOn(files, cache);
    await first.indexAll();
    await first.indexer.saveCache();
    files.forgetCalls();
    const warm = indexerOn(files, cache);
    await warm.indexAll();
    assert.deepEqual(files.reads, []);
    assert.deepEqual(warm.titles(), first.titles());

    // As long as before, so that only the time tells.
    files.write('2/9.md', articleText('Title X'));
    files.write('new.md', articleText('New since'));
    files.delete('3/10.md');
    const later = indexerOn(files, cache);
    await later.indexAll();
    assert.deepEqual([...files.reads].sort(), ['2/9.md', 'new.md']);
    assert.equal(later.titles()['2/9.md'], 'Title X');
    assert.equal(later.index.get('3/10.md'), undefined);
    assert.equal(later.index.size, 50);
  });

  it('knows which articles are new: none in a first reading, then what no reading has found', async () => {
    const files = new InMemoryFiles(many(20));
    const cache = new MemoryCache();
    const first = indexerOn(files, cache);
    const found: string[] = [];
    first.index.onDidChange(({ added }) => found.push(...first.indexer.newOf(added)));
    await first.indexAll();
    assert.deepEqual(found, []);
    files.write('2/9.md', articleText('Changed'));
    files.write('watched.md', articleText('Came while watched'));
    await first.update('2/9.md', 'watched.md');
    assert.deepEqual(found, ['watched.md']);
    files.write('unseen.md', articleText('Came unseen'));
    await first.indexAll();
    assert.deepEqual(found, ['watched.md', 'unseen.md']);
    await first.indexer.saveCache();

    files.write('3/10.md', articleText('Changed while closed'));
    files.write('closed.md', articleText('Came while closed'));
    const second = indexerOn(files, cache);
    const later: string[] = [];
    second.index.onDidChange(({ added }) => later.push(...second.indexer.newOf(added)));
    await second.indexAll();
    assert.deepEqual(later, ['closed.md']);
  });

  it('takes no article for new that has only moved, however many move', async () => {
    const files = new InMemoryFiles(
      Object.fromEntries(Array.from({ length: 1200 }, (_, at) => [`old/${at}.md`, articleText(`${at}`)])),
    );
    const { indexer, index, indexAll, update } = indexerOn(files);
    await indexAll();
    const found: string[] = [];
    index.onDidChange(({ added }) => found.push(...indexer.newOf(added)));
    files.rename('old', 'new');
    await update('old', 'new');
    assert.ok(index.get('new/0.md'));
    assert.deepEqual(found, []);
  });

  it('uses no cache of other reading rules', async () => {
    const files = new InMemoryFiles(many(3));
    const cache = new MemoryCache();
    const first = indexerOn(files, cache);
    await first.indexAll();
    await first.indexer.saveCache();
    files.forgetCalls();
    const { rules, filter } = defaultConfig();
    await indexerOn(files, cache, { filter, rules: { ...rules, timeZone: 'UTC' } }).indexAll();
    assert.equal(files.reads.length, 3);
  });

  it('reads everything where the cache fails, and says so', async () => {
    const cache = new MemoryCache();
    cache.failure = new Error('the disk is on fire');
    const { index, indexAll, warnings } = indexerOn(new InMemoryFiles(many(3)), cache);
    await indexAll();
    assert.equal(index.size, 3);
    assert.match(warnings.join(), /the disk is on fire/);
  });

  it('reads nothing again that it knows when the whole archive is looked at again', async () => {
    const files = new InMemoryFiles(many(20));
    const { index, indexAll, changes } = indexerOn(files);
    await indexAll();
    files.forgetCalls();
    changes.length = 0;
    files.write('0/0.md', articleText('Edited unseen'));
    files.delete('1/1.md');
    await indexAll();
    assert.deepEqual(files.reads, ['0/0.md']);
    assert.equal(index.size, 19);
    assert.deepEqual(
      changes.map(({ added, changed, removed }) => [added.length, changed.length, removed.length]),
      [
        [0, 1, 0],
        [0, 0, 1],
      ],
    );
  });

  it('tells how far it is', async () => {
    const { indexer } = indexerOn(new InMemoryFiles(many(1000), 100));
    const seen: { readonly done: number; readonly found: number }[] = [];
    await indexer.indexAll(unstopped, (progress) => seen.push(progress));
    assert.deepEqual(seen.at(-1), { done: 1000, found: 1000 });
    assert.ok(seen.every(({ done, found }, i) => done <= found && done >= (seen[i - 1]?.done ?? 0)));
    assert.ok(seen.some(({ done, found }) => done < found));
  });

  it('keeps what was found when it is cancelled half-way, and removes nothing', async () => {
    const files = new InMemoryFiles(many(2000), 600);
    const cache = new MemoryCache();
    const first = indexerOn(files, cache);
    await first.indexAll();
    await first.indexer.saveCache();

    const { index, indexAll } = indexerOn(files, cache);
    const stop = new AbortController();
    let batches = 0;
    files.beforeBatch = async () => {
      if (++batches === 3) stop.abort(new Error('enough'));
    };
    await assert.rejects(indexAll(stop.signal), /enough/);
    assert.equal(index.size, 1200);

    files.beforeBatch = () => Promise.resolve();
    const full = indexerOn(files);
    await full.indexAll();
    const again = new AbortController();
    files.beforeBatch = async () => again.abort(new Error('enough'));
    await assert.rejects(full.indexAll(again.signal), /enough/);
    assert.equal(full.index.size, 2000);

    files.delete('0');
    files.beforeBatch = () => Promise.resolve();
    const atTheEnd = new AbortController();
    const stopAtTheEnd = (): void => atTheEnd.abort(new Error('enough'));
    files.batchSize = 5000;
    await assert.rejects(full.indexer.indexAll(atTheEnd.signal, stopAtTheEnd), /enough/);
    assert.equal(full.index.size, 2000);
  });

  it('gives an unreadable file its place, with the fault, and tries again next time', async () => {
    const files = new InMemoryFiles({ 'good.md': articleText('Good'), 'gone.md': articleText('Gone') });
    files.write('latin.md', new Uint8Array([0x2d, 0x2d, 0x2d, 0xe9, 0x20, 0xff]));
    const read = files.read.bind(files);
    files.read = async (path) => {
      if (path === 'gone.md') throw new Error('permission denied');
      return read(path);
    };
    const cache = new MemoryCache();
    const { index, indexAll, readBodies, indexer, warnings } = indexerOn(files, cache);
    await indexAll();
    assert.equal(index.get('gone.md')?.fault, 'cannotRead');
    assert.equal(index.get('latin.md')?.fault, 'notUtf8');
    assert.equal(index.get('latin.md')?.title, 'latin.md');
    assert.match(warnings.join('\n'), /gone\.md: permission denied/);
    files.forgetCalls();
    await readBodies();
    assert.deepEqual(files.reads, ['good.md']);

    await indexer.saveCache();
    files.read = read;
    const next = indexerOn(files, cache);
    files.forgetCalls();
    await next.indexAll();
    assert.deepEqual(files.reads, ['gone.md']);
    assert.equal(next.index.get('gone.md')?.title, 'Gone');
    assert.equal(next.index.get('latin.md')?.fault, 'notUtf8');
  });

  it('fills in only the bodies that are lacking', async () => {
    const files = new InMemoryFiles(many(700));
    const { index, indexAll, readBodies, update, reader } = indexerOn(files);
    await indexAll();
    assert.ok([...index.entries()].every(({ body }) => body === undefined));
    await update('0/0.md');
    files.forgetCalls();
    reader.calls.length = 0;
    await readBodies();
    assert.equal(files.reads.length, 699);
    assert.ok(!files.reads.includes('0/0.md'));
    assert.ok([...index.entries()].every(({ body }) => body?.words === 3));
    assert.ok(reader.calls.every(({ depth }) => depth === 'whole'));
    files.forgetCalls();
    await readBodies();
    assert.deepEqual(files.reads, []);
  });

  it('rejects with the failure of its reader, stops there, and works again afterwards', async () => {
    const files = new InMemoryFiles(many(8_000));
    const { index, indexAll, reader } = indexerOn(files);
    reader.gate = () => Promise.reject(new Error('no worker can be started'));
    await assert.rejects(indexAll(), /no worker can be started/);
    assert.ok(files.reads.length <= 12 * 512, `${files.reads.length} files read for nothing`);
    assert.equal(index.size, 0);
    reader.gate = () => Promise.resolve();
    await indexAll();
    assert.equal(index.size, 8_000);
  });

  it('ends only when all its reads have ended, also when the listing fails', async () => {
    const files = new InMemoryFiles(many(1200), 600);
    const { index, indexAll, reader } = indexerOn(files);
    let under = 0;
    reader.gate = async () => {
      under++;
      await new Promise((resolve) => setTimeout(resolve));
      under--;
    };
    files.beforeBatch = async (batch) => {
      if (files.reads.length > 0 && batch.length > 0) throw new Error('the drive was pulled');
    };
    await assert.rejects(indexAll(), /the drive was pulled/);
    assert.equal(under, 0);
    const { size } = index;
    await new Promise((resolve) => setTimeout(resolve));
    assert.equal(index.size, size);
  });
});
