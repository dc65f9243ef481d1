type Cleanup = () => Promise<unknown>;

const cleanups = new Set<Cleanup>();
let listening = false;

/** Runs `cleanup` when the process is interrupted before the returned function was called. */
export function onExit(cleanup: Cleanup): () => void {
  cleanups.add(cleanup);
  listen();
  return () => cleanups.delete(cleanup);
}

/** Everything that still waits for its cleaning up, newest first. */
export async function cleanUp(): Promise<void> {
  for (const cleanup of [...cleanups].reverse()) {
    cleanups.delete(cleanup);
    // One thing that cannot be cleaned up must not keep the others from it.
    await cleanup().catch((error: unknown) => console.error(`Could not clean up: ${String(error)}`));
  }
}

/** The last resort for a process that ends without getting to its clean-up: run at its very end, newest first. */
const lastResorts: (() => void)[] = [];
const takeLastResorts = () => {
  for (const lastResort of lastResorts.splice(0).reverse()) lastResort();
};

/** Runs `cleanup`, which must not wait for anything, at the end of the process unless the returned function is called. */
export function onVeryEnd(cleanup: () => void): () => void {
  if (lastResorts.length === 0) process.once('exit', takeLastResorts);
  lastResorts.push(cleanup);
  return () => {
    const position = lastResorts.indexOf(cleanup);
    if (position >= 0) lastResorts.splice(position, 1);
    if (lastResorts.length === 0) process.off('exit', takeLastResorts);
  };
}

function listen(): void {
  if (listening) return;
  listening = true;
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(signal, () => {
      void cleanUp().finally(() => process.exit(code));
    });
  }
}
