import { performance } from 'node:perf_hooks';
import { heapUsed } from './heapUsed';
import { groupingTimes } from './inside/groupingTimes';
import { openBench, showTree, unstopped } from './inside/openBench';

/** The next time an archive is opened, when nothing has changed. */
export async function warmStart(root: string, scratch: string): Promise<Readonly<Record<string, number>>> {
  const start = performance.now();
  const busyBefore = performance.eventLoopUtilization();
  const { pool, index, tree, indexer } = await openBench(root, scratch);
  await indexer.indexAll(unstopped, () => undefined);
  showTree(tree);
  const warm = performance.now() - start;
  const warmBusy = performance.eventLoopUtilization(busyBefore).active;
  const fromCache = [...index.entries()].filter((entry) => entry.body !== undefined).length;
  if (fromCache !== index.size) throw new Error(`Only ${fromCache} of ${index.size} came from the cache.`);
  const warmHeap = heapUsed();
  const times = groupingTimes([...index.entries()]);
  pool.dispose();
  return { warm, warmBusy, warmHeap, ...times };
}
