/** Megabytes of objects that are still needed. */
export function heapUsed(): number {
  if (globalThis.gc === undefined) throw new Error('Run node with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}
