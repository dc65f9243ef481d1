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
