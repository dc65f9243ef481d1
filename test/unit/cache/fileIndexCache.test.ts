import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileIndexCache } from '../../../src/node/fileIndexCache';
import { collect, folderWith, MemoryLog, unstopped } from '../node/archiveFolder';
import { entries } from './entries';

describe('the index cache in a file', () => {
  const newCache = async () => {
    const file = join(await folderWith({}), 'deep', 'index.cache');
    const log = new MemoryLog();
    return { file, log, cache: new FileIndexCache(file, log) };
  };

  it('gives back what was saved, in batches', async () => {
    const { cache } = await newCache();
    await cache.save('rules 1', entries(2500));
    const sizes: number[] = [];
    for await (const batch of cache.load('rules 1', unstopped)) sizes.push(batch.length);
    assert.deepEqual(sizes, Array<number>(25).fill(100));
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), entries(2500));
  });

  it('gives nothing under another fingerprint, of another version, or where there is none', async () => {
    const { cache, file, log } = await newCache();
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), []);
    await cache.save('rules 1', entries(3));
    assert.deepEqual(await collect(cache.load('rules 2', unstopped)), []);
    await writeFile(file, (await readFile(file, 'utf8')).replace(/^\[\d+/, '[0'));
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), []);
    assert.deepEqual(log.lines, []);
  });

  it('gives what was good of a file that was cut off at any place', async () => {
    const { cache, file } = await newCache();
    await cache.save('rules 1', entries(3000));
    const { length } = await readFile(file);
    for (const [share, expected] of [
      [0.9, 2700],
      [0.5, 1500],
      [0.1, 300],
      [0, 0],
    ] as const) {
      await truncate(file, Math.floor(length * share));
      assert.deepEqual(await collect(cache.load('rules 1', unstopped)), entries(expected), `${share}`);
    }
  });

  it('gives what was good before a damaged line', async () => {
    const { cache, file } = await newCache();
    await cache.save('rules 1', entries(3000));
    const lines = (await readFile(file, 'utf8')).split('\n');
    await writeFile(file, lines.with(2, `${lines[2]?.slice(0, 500)}\0${lines[2]?.slice(500)}`).join('\n'));
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), entries(100));
    await writeFile(file, new Uint8Array(5000).fill(0xff));
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), []);
  });

  it('says so when it is there and cannot be read', async () => {
    const { cache, file, log } = await newCache();
    await mkdir(file, { recursive: true });
    assert.deepEqual(await collect(cache.load('rules 1', unstopped)), []);
    assert.match(log.lines.join(), /cannot be read/);
  });

  it('stops loading when it is told to', async () => {
    const { cache } = await newCache();
    await cache.save('rules 1', entries(3000));
    const stop = new AbortController();
    const loading = async (): Promise<void> => {
      for await (const _ of cache.load('rules 1', stop.signal)) stop.abort(new Error('enough'));
    };
    await assert.rejects(loading, /enough/);
  });

  it('leaves other work its turn while it loads and saves', async () => {
    const { cache } = await newCache();
    let turns = 0;
    const other = setInterval(() => turns++, 0);
    await cache.save('rules 1', entries(20_000));
    const turnsOfSave = turns;
    await collect(cache.load('rules 1', unstopped));
    clearInterval(other);
    assert.ok(turnsOfSave >= 5, `${turnsOfSave} turns while saving`);
    assert.ok(turns - turnsOfSave >= 5, `${turns - turnsOfSave} turns while loading`);
  });

  it('saves one after the other, the last wins, and a failure does not stand in the way of the next', async () => {
    const { cache, file } = await newCache();
    const failing = (function* () {
      yield* entries(1);
      throw new Error('no more');
    })();
    const saves = [cache.save('a', entries(1500)), cache.save('b', failing), cache.save('c', entries(10))];
    const results = await Promise.allSettled(saves);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.equal((await collect(cache.load('c', unstopped))).length, 10);
    assert.deepEqual(await readdir(dirname(file)), ['index.cache']);
  });
});
