import { processWide } from './processWide';

type Cleanup = () => Promise<unknown>;

interface Endings {
  readonly cleanups: Set<Cleanup>;
  /** For a process that ends without getting to its clean-up: run at its very end, newest first. */
  readonly lastResorts: (() => void)[];
  readonly takeLastResorts: () => void;
  isListening: boolean;
}

const endings = processWide('endings', newEndings);
const { cleanups, lastResorts, takeLastResorts } = endings;

function newEndings(): Endings {
  const waiting: (() => void)[] = [];
  return {
    cleanups: new Set(),
    lastResorts: waiting,
    takeLastResorts: () => {
      for (const lastResort of waiting.splice(0).reverse()) lastResort();
    },
    isListening: false,
  };
}

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
  if (endings.isListening) return;
  endings.isListening = true;
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
