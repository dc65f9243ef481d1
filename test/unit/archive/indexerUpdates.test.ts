import assert from 'node:assert/strict';
import { articleText } from '../../support/builders';
import { InMemoryFiles } from '../../support/inMemoryFiles';
import { door, indexerOn, unstopped } from './indexerBench';

describe('updating the index', () => {
  it('never lets a slow old read replace a newer one', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Old') });
    const { update, titles, reader } = indexerOn(files);
    const slow = door();
    reader.gate = slow.pass;
    const old = update('a.md');
    await slow.reached;
    files.write('a.md', articleText('New'));
    reader.gate = () => Promise.resolve();
    await update('a.md');
    slow.open();
    await old;
    assert.deepEqual(titles(), { 'a.md': 'New' });
  });

  it('never lets a reading of the whole archive undo what changed meanwhile', async () => {
    const files = new InMemoryFiles({
      'edited.md': articleText('Old'),
      'deleted.md': articleText('Deleted'),
      'folder/deleted.md': articleText('Deleted'),
    });
    const { indexAll, update, titles, reader } = indexerOn(files);
    const slow = door();
    reader.gate = slow.pass;
    const all = indexAll();
    await slow.reached;
    reader.gate = () => Promise.resolve();
    files.write('edited.md', articleText('New'));
    files.write('created.md', articleText('Created'));
    files.delete('deleted.md');
    files.delete('folder');
    await update('edited.md', 'created.md', 'deleted.md', 'folder');
    slow.open();
    await all;
    assert.deepEqual(titles(), { 'edited.md': 'New', 'created.md': 'Created' });
  });

  it('never lets an old update replace what a later reading of the whole archive found', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Old') });
    const { indexAll, update, titles, reader } = indexerOn(files);
    const slow = door();
    reader.gate = slow.pass;
    const old = update('a.md');
    await slow.reached;
    files.write('a.md', articleText('New'));
    reader.gate = () => Promise.resolve();
    await indexAll();
    slow.open();
    await old;
    assert.deepEqual(titles(), { 'a.md': 'New' });
  });

  it('keeps to the newest request also where a slow listing comes upon its path', async () => {
    const files = new InMemoryFiles({ 'f/a.md': articleText('Old') });
    const { update, titles, reader } = indexerOn(files);
    const listing = door();
    files.beforeBatch = listing.pass;
    const folder = update('f');
    await listing.reached;
    const first = door();
    reader.gate = first.pass;
    const file = update('f/a.md');
    await first.reached;
    const second = door();
    reader.gate = second.pass;
    listing.open();
    await second.reached;
    files.write('f/a.md', articleText('New'));
    reader.gate = () => Promise.resolve();
    await update('f/a.md');
    second.open();
    first.open();
    await Promise.all([folder, file]);
    assert.deepEqual(titles(), { 'f/a.md': 'New' });
  });

  it('reads a folder that was created, and only it', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('A') });
    const { indexAll, update, titles } = indexerOn(files);
    await indexAll();
    files.forgetCalls();
    files.write('new/b.md', articleText('B'));
    files.write('new/deep/c.md', articleText('C'));
    files.write('new/picture.png', 'x');
    await update('new');
    assert.deepEqual([...files.reads].sort(), ['new/b.md', 'new/deep/c.md']);
    assert.deepEqual(titles(), { 'a.md': 'A', 'new/b.md': 'B', 'new/deep/c.md': 'C' });
  });

  it('reads a file once that is named itself and by its folders', async () => {
    const files = new InMemoryFiles({ 'a/b/c.md': articleText('C') });
    const { update, changes } = indexerOn(files);
    await update('a', 'a/b', 'a/b/c.md', 'a/b/c.md');
    assert.deepEqual(files.reads, ['a/b/c.md']);
    assert.equal(changes.length, 1);
    assert.equal(changes[0]?.added.length, 1);
  });

  it('reads of a folder only what it does not know', async () => {
    const files = new InMemoryFiles({ 'f/a.md': articleText('A'), 'f/b.md': articleText('B') });
    const { indexAll, update, titles } = indexerOn(files);
    await indexAll();
    files.forgetCalls();
    files.write('f/b.md', articleText('B2'));
    await update('f');
    assert.deepEqual(files.reads, ['f/b.md']);
    assert.deepEqual(titles(), { 'f/a.md': 'A', 'f/b.md': 'B2' });
  });

  it('drops all that was in a folder that was deleted', async () => {
    const files = new InMemoryFiles({
      'f/a.md': articleText('A'),
      'f/g/b.md': articleText('B'),
      'f.md': articleText('F'),
      'ff/c.md': articleText('C'),
    });
    const { indexAll, update, titles, changes } = indexerOn(files);
    await indexAll();
    changes.length = 0;
    files.delete('f');
    await update('f');
    assert.deepEqual(titles(), { 'f.md': 'F', 'ff/c.md': 'C' });
    assert.equal(changes.length, 1);
    assert.equal(changes[0]?.removed.length, 2);
  });

  it('tells a folder that was renamed as one change', async () => {
    const files = new InMemoryFiles({ 'old/a.md': articleText('A'), 'old/b.md': articleText('B') });
    const { indexAll, update, titles, changes } = indexerOn(files);
    await indexAll();
    changes.length = 0;
    files.rename('old', 'new');
    await update('old', 'new');
    assert.deepEqual(titles(), { 'new/a.md': 'A', 'new/b.md': 'B' });
    assert.deepEqual(
      changes.map(({ added, changed, removed }) => [added.length, changed.length, removed.length]),
      [[2, 0, 2]],
    );
  });

  it('takes thousands of paths in few batches, each file read once', async () => {
    const files = new InMemoryFiles();
    const paths = Array.from({ length: 5000 }, (_, i) => `${i}.md`);
    for (const path of paths) files.write(path, articleText(path));
    const { update, index, changes } = indexerOn(files);
    await update(...paths);
    assert.equal(index.size, 5000);
    assert.equal(files.reads.length, 5000);
    assert.ok(changes.length <= 10, `${changes.length} batches`);
  });

  it('looks at nothing that can be no article', async () => {
    const files = new InMemoryFiles({ 'node_modules/x/readme.md': 'x', '.git/index.md': 'x', 'a.png': 'x' });
    const { update, index } = indexerOn(files);
    await update('node_modules', 'node_modules/x/readme.md', '.git', '.git/index.lock', 'a.png', 'not/there.md');
    assert.deepEqual(files.reads, []);
    assert.deepEqual(files.listed, []);
    assert.deepEqual(files.stated, ['a.png', 'not/there.md']);
    assert.equal(index.size, 0);
  });

  it('drops what is gone even when what has come cannot be read', async () => {
    const files = new InMemoryFiles({ 'old.md': articleText('A') });
    const { indexAll, update, index, reader } = indexerOn(files);
    await indexAll();
    files.rename('old.md', 'new.md');
    reader.gate = () => Promise.reject(new Error('no worker'));
    await assert.rejects(update('old.md', 'new.md'), /no worker/);
    assert.equal(index.size, 0);
  });

  it('rejects when it is stopped', async () => {
    const { indexer } = indexerOn(new InMemoryFiles({ 'a.md': articleText('A') }));
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await assert.rejects(indexer.update(['a.md'], stop.signal), /enough/);
    await indexer.update(['a.md'], unstopped);
    await assert.rejects(indexer.update([''], stop.signal), /enough/);
  });

  it('does not bring back what was deleted while its body was read', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('A'), 'b.md': articleText('B') });
    const { indexAll, readBodies, update, titles, reader } = indexerOn(files);
    await indexAll();
    const slow = door();
    reader.gate = slow.pass;
    const bodies = readBodies();
    await slow.reached;
    files.delete('b.md');
    await update('b.md');
    slow.open();
    await bodies;
    assert.deepEqual(titles(), { 'a.md': 'A' });
  });
});

describe('open documents', () => {
  const text = articleText('Unsaved');

  it('win over the disk, over later changes there and over the whole archive', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Saved') });
    const { indexer, indexAll, readBodies, update, titles } = indexerOn(files);
    await indexAll();
    await indexer.readBuffer('a.md', text);
    files.forgetCalls();
    assert.deepEqual(titles(), { 'a.md': 'Unsaved' });
    files.write('a.md', articleText('Saved elsewhere'));
    await update('a.md');
    await indexAll();
    await readBodies();
    assert.deepEqual(titles(), { 'a.md': 'Unsaved' });
    assert.deepEqual(files.reads, []);
  });

  it('win over a read that began before them', async () => {
    const { indexer, indexAll, titles, reader } = indexerOn(new InMemoryFiles({ 'a.md': articleText('Saved') }));
    const slow = door();
    reader.gate = slow.pass;
    const all = indexAll();
    await slow.reached;
    await indexer.readBuffer('a.md', text);
    slow.open();
    await all;
    assert.deepEqual(titles(), { 'a.md': 'Unsaved' });
  });

  it('give way to the disk when they are released', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Saved') });
    const { indexer, indexAll, titles } = indexerOn(files);
    await indexAll();
    await indexer.readBuffer('a.md', text);
    files.forgetCalls();
    await indexer.releaseBuffer('a.md', unstopped);
    assert.deepEqual(titles(), { 'a.md': 'Saved' });
    assert.deepEqual(files.reads, ['a.md']);
    await indexer.releaseBuffer('a.md', unstopped);
    assert.deepEqual(files.reads, ['a.md']);
  });

  it('outlive their file, but not their release', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Saved') });
    const { indexer, indexAll, update, titles } = indexerOn(files);
    await indexAll();
    await indexer.readBuffer('a.md', text);
    files.delete('a.md');
    await update('a.md');
    assert.deepEqual(titles(), { 'a.md': 'Unsaved' });
    await indexer.releaseBuffer('a.md', unstopped);
    assert.deepEqual(titles(), {});
  });

  it('are not kept in the cache, also when going back to the disk has failed', async () => {
    const files = new InMemoryFiles({ 'a.md': articleText('Saved'), 'b.md': articleText('B') });
    const { indexer, indexAll, cache, reader } = indexerOn(files);
    await indexAll();
    await indexer.readBuffer('a.md', text);
    await indexer.saveCache();
    assert.deepEqual(cache.paths, ['b.md']);
    reader.gate = () => Promise.reject(new Error('no worker'));
    await assert.rejects(indexer.releaseBuffer('a.md', unstopped), /no worker/);
    await indexer.saveCache();
    const next = indexerOn(files, cache);
    await next.indexAll();
    assert.equal(next.titles()['a.md'], 'Saved');
  });

  it('count only where the archive has its articles', async () => {
    const { indexer, index } = indexerOn(new InMemoryFiles());
    await indexer.readBuffer('notes.txt', text);
    await indexer.readBuffer('.marginalia/a.md', text);
    assert.equal(index.size, 0);
  });

  it('count with their latest text, however long an earlier one takes to be read', async () => {
    const { indexer, titles, reader } = indexerOn(new InMemoryFiles({ 'a.md': articleText('Saved') }));
    const slow = door();
    reader.gateOfTexts = slow.pass;
    const early = indexer.readBuffer('a.md', articleText('Early'));
    await slow.reached;
    reader.gateOfTexts = () => Promise.resolve();
    await indexer.readBuffer('a.md', text);
    slow.open();
    await early;
    assert.deepEqual(titles(), { 'a.md': 'Unsaved' });
  });

  it('do not come back when they are released before they are read', async () => {
    const { indexer, indexAll, titles, reader } = indexerOn(new InMemoryFiles({ 'a.md': articleText('Saved') }));
    await indexAll();
    const slow = door();
    reader.gateOfTexts = slow.pass;
    const reading = indexer.readBuffer('a.md', text);
    await slow.reached;
    await indexer.releaseBuffer('a.md', unstopped);
    slow.open();
    await reading;
    assert.deepEqual(titles(), { 'a.md': 'Saved' });
  });
});
