import assert from 'node:assert/strict';
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { InlineArticleReader } from '../../../src/core/archive/inlineArticleReader';
import type { ReadingDepth } from '../../../src/core/article/articleReader';
import { NodeArchiveFiles } from '../../../src/node/nodeArchiveFiles';
import { WorkerArticleReader } from '../../../src/node/workerArticleReader';
import { WorkerPool, type WorkerPoolOptions } from '../../../src/node/workerPool';
import {
  articleText,
  folderWith,
  MemoryLog,
  mortalWorker,
  rules,
  unstopped,
  until,
  workerScript,
} from './archiveFolder';

describe('reading articles in worker threads', () => {
  const pools: WorkerPool[] = [];
  const log = new MemoryLog();
  afterEach(() => {
    for (const pool of pools.splice(0)) pool.dispose();
    log.lines.length = 0;
  });

  const open = (root: string, script = workerScript, options: Partial<WorkerPoolOptions> = {}) => {
    const pool = new WorkerPool({ script, size: 2, growAfter: 0, ...options });
    pools.push(pool);
    const inline = new InlineArticleReader(new NodeArchiveFiles(root, pool, log));
    return { pool, reader: new WorkerArticleReader(root, pool, inline, log) };
  };
  const stamps = (paths: readonly string[]) => paths.map((path) => ({ path, size: 100, mtime: 7 }));
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}.md`, articleText(`Title ${i}`)]));

  /** Made once for all that only read: writing so many takes longer than reading them. */
  let manyFiles: string;
  const manyPaths = Object.keys(many(1500));
  before(async () => {
    manyFiles = await folderWith({ ...many(1500), 'poison.md': articleText('Poison') });
  });

  for (const depth of ['head', 'whole'] satisfies ReadingDepth[]) {
    it(`reads many files, in their order, each once (${depth})`, async () => {
      const { pool, reader } = open(manyFiles);
      const { articles, unreadable } = await reader.read(stamps(manyPaths), depth, rules, unstopped);
      assert.deepEqual(
        articles.map(({ path }) => path),
        manyPaths,
      );
      assert.deepEqual(
        articles.map(({ title }) => title),
        Array.from({ length: 1500 }, (_, i) => `Title ${i}`),
      );
      assert.deepEqual(unreadable, []);
      assert.equal(articles[3]?.mtime, 7);
      assert.equal(articles[3]?.source?.text, 'Harbour Ledger');
      assert.equal(articles[3]?.body !== undefined, depth === 'whole');
      assert.equal(pool.threads, 2);
    });
  }

  it('reads front matter longer than the first block, and characters cut at its edge', async () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 8; i++) {
      // The edge of the first 4 KB falls on each byte of a character in turn.
      const before = `---\ntitle: '${'港'.repeat(30)}${'x'.repeat(i)}'\n`;
      files[`short-${i}.md`] = `${before}date: 2021-11-27\nsource: S\n---\n${'字😀'.repeat(2000)}`;
      files[`middle-${i}.md`] = `${before}note: '${'字😀'.repeat(250)}'\nsource: S\n---\ntext`;
      files[`long-${i}.md`] = `${before}note: '${'字😀'.repeat(1000)}'\nsource: S\n---\ntext`;
    }
    const { reader } = open(await folderWith(files));
    const { articles, unreadable } = await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped);
    assert.deepEqual(unreadable, []);
    assert.deepEqual(new Set(articles.map(({ title }) => title.replace(/x*$/, ''))), new Set(['港'.repeat(30)]));
    assert.deepEqual(new Set(articles.map(({ source }) => source?.text)), new Set(['S']));
    assert.deepEqual(new Set(articles.map(({ fault }) => fault)), new Set([undefined]));
  });

  it('reports what is no UTF-8 or cannot be read, and reads the rest', async () => {
    const outside = await folderWith({ 'secret.md': articleText('Secret') });
    const root = await folderWith({
      'a.md': articleText('A'),
      'latin.md': new Uint8Array([0x63, 0x61, 0x66, 0xe9, 10]),
    });
    await symlink(join(outside, 'secret.md'), join(root, 'out.md'));
    await symlink(join(root, 'a.md'), join(root, 'in.md'));
    const { reader } = open(root);
    for (const depth of ['head', 'whole'] satisfies ReadingDepth[]) {
      const paths = ['latin.md', 'a.md', 'gone.md', 'out.md', 'in.md'];
      const { articles, unreadable } = await reader.read(stamps(paths), depth, rules, unstopped);
      assert.deepEqual(
        articles.map(({ path, title }) => [path, title]),
        [
          ['a.md', 'A'],
          ['in.md', 'A'],
        ],
      );
      assert.deepEqual(
        unreadable.map(({ path, reason }) => [path, reason]),
        [
          ['latin.md', 'notUtf8'],
          ['gone.md', 'cannotRead'],
          ['out.md', 'cannotRead'],
        ],
      );
    }
  });

  it('reads a few small files without a thread', async () => {
    const { pool, reader } = open(await folderWith({ 'a.md': articleText('A'), 'b.md': new Uint8Array([0xff]) }));
    const { articles, unreadable } = await reader.read(stamps(['a.md', 'b.md']), 'whole', rules, unstopped);
    assert.deepEqual(
      articles.map(({ title }) => title),
      ['A'],
    );
    assert.deepEqual(
      unreadable.map(({ reason }) => reason),
      ['notUtf8'],
    );
    assert.equal(pool.threads, 0);
  });

  it('starts a thread anew that died and reads its files again', async () => {
    const files = { ...many(10), 'hiccup.md': articleText('Hiccup') };
    const { reader } = open(await folderWith(files), await mortalWorker());
    const { articles, unreadable } = await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped);
    assert.equal(articles.length, 11);
    assert.deepEqual(unreadable, []);
    assert.match(log.lines.join('\n'), /hiccup\.md .*ended with code 4.*10 files are read again/);
  });

  it('reports the one file that ends every thread, and reads all others', async () => {
    const paths = [...manyPaths.slice(0, 700), 'poison.md'];
    const { pool, reader } = open(manyFiles, await mortalWorker());
    const { articles, unreadable } = await reader.read(stamps(paths), 'head', rules, unstopped);
    assert.equal(articles.length, 700);
    assert.deepEqual(
      unreadable.map(({ path, reason }) => [path, reason]),
      [['poison.md', 'cannotRead']],
    );
    assert.match(unreadable[0]?.detail ?? '', /ended the parse worker/);
    assert.ok(pool.threads <= pool.size);
  });

  it('ends a thread that never comes back from a file, and reads all others', async () => {
    const files = { ...many(20), 'tar.md': articleText('Tar') };
    const folder = await folderWith(files);
    const pool = new WorkerPool({ script: await mortalWorker(), size: 2, silentAfter: 500 });
    pools.push(pool);
    const inline = new InlineArticleReader(new NodeArchiveFiles(folder, pool, log));
    const reader = new WorkerArticleReader(folder, pool, inline, log);
    const { articles, unreadable } = await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped);
    assert.equal(articles.length, 20);
    assert.deepEqual(
      unreadable.map(({ path, reason }) => [path, reason]),
      [['tar.md', 'cannotRead']],
    );
    assert.equal(log.lines.length, 1, 'its 20 neighbours were read again once');
    assert.match(unreadable[0]?.detail ?? '', /^takes too long to read$/);
  });

  it('says so at once when the worker cannot start', async () => {
    const { reader } = open(manyFiles, join(manyFiles, 'missing.js'));
    const reading = reader.read(stamps(manyPaths), 'head', rules, unstopped);
    await assert.rejects(reading, /The parse worker could not start/);
  });

  it('stops when it is told to, also while jobs wait, and the threads can be used again', async () => {
    const paths = stamps(manyPaths);
    const { pool, reader } = open(manyFiles);
    const stop = new AbortController();
    const reason = new Error('enough');
    const readings = [1, 2, 3].map(() => reader.read(paths, 'whole', rules, stop.signal));
    await until(() => pool.threads === 2);
    stop.abort(reason);
    for (const reading of readings) await assert.rejects(reading, reason);
    await assert.rejects(reader.read(paths, 'head', rules, stop.signal), reason);
    assert.equal((await reader.read(paths, 'head', rules, unstopped)).articles.length, 1500);
    assert.equal(pool.threads, 2);
  });

  it('has one thread as long as nothing waits long', async () => {
    const files = many(300);
    const { pool, reader } = open(await folderWith(files), workerScript, { growAfter: 1_000_000 });
    assert.equal((await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped)).articles.length, 300);
    assert.equal(pool.threads, 1);
  });

  it('lets idle threads go and starts them again', async () => {
    const files = many(10);
    const { pool, reader } = open(await folderWith(files), workerScript, { idleAfter: 1 });
    assert.equal(pool.threads, 0);
    assert.equal((await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped)).articles.length, 10);
    await until(() => pool.threads === 0);
    assert.equal((await reader.read(stamps(Object.keys(files)), 'head', rules, unstopped)).articles.length, 10);
  });

  it('ends what is under way and what waits when it is closed', async () => {
    const { pool, reader } = open(manyFiles);
    const readings = [1, 2, 3].map(() => reader.read(stamps(manyPaths), 'whole', rules, unstopped));
    await until(() => pool.threads === 2);
    pool.dispose();
    for (const reading of readings) await assert.rejects(reading, /closed/);
    assert.equal(pool.threads, 0);
  });
});
