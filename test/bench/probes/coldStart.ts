import { randomUUID } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Seeded } from '../../support/seeded';
import { benchArticle } from '../archive/benchArchive';
import { median } from '../table/median';
import { heapUsed } from './heapUsed';
import { type Bench, openBench, showTree, unstopped } from './inside/openBench';

/** The first time an archive is opened, one file saved after that, and the pass over all bodies in the background. */
export async function coldStart(root: string, scratch: string): Promise<Readonly<Record<string, number>>> {
  await rm(join(scratch, 'index.cache'), { force: true });
  const heapBefore = heapUsed();
  const start = performance.now();
  const busyBefore = performance.eventLoopUtilization();
  const bench = await openBench(root, scratch);
  const { pool, index, tree, indexer } = bench;
  await indexer.indexAll(unstopped, () => undefined);
  showTree(tree);
  const cold = performance.now() - start;
  const coldBusy = performance.eventLoopUtilization(busyBefore).active;
  const articles = index.size;
  const heap = heapUsed();

  const update = await updateTime(root, bench);

  const bodiesStart = performance.now();
  await indexer.readBodies(unstopped, () => undefined);
  showTree(tree);
  const bodies = performance.now() - bodiesStart;
  const heapWithBodies = heapUsed();

  const saveStart = performance.now();
  await indexer.saveCache();
  const save = performance.now() - saveStart;
  pool.dispose();
  return { cold, coldBusy, articles, heap, heapBefore, update, bodies, heapWithBodies, save };
}

/** From a file written to its row in place; the middle of many. */
async function updateTime(root: string, { index, indexer, tree }: Bench): Promise<number> {
  const seeded = new Seeded(1);
  const path = `bench-${randomUUID()}.md`;
  const times: number[] = [];
  try {
    for (let i = 0; i < 30; i++) {
      const { text } = benchArticle(i, seeded);
      const start = performance.now();
      await writeFile(join(root, path), text);
      await indexer.update([path], unstopped);
      showTree(tree);
      times.push(performance.now() - start);
      if (index.get(path)?.size !== Buffer.byteLength(text)) throw new Error('The update did not arrive.');
    }
  } finally {
    await rm(join(root, path), { force: true });
    await indexer.update([path], unstopped);
  }
  return median(times);
}
