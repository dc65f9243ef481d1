import { runCli } from '../../../src/cli/runCli';
import type { WorkerPool } from '../../../src/node/workerPool';
import { keptThreads } from './keptThreads';

export interface Captured {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface CapturedOptions {
  readonly signal?: AbortSignal;
  /** The width of the terminal; absent where the output goes into a file or a pipe. */
  readonly columns?: number;
  /** Threads other than those that all tests share. */
  readonly pool?: WorkerPool;
}

/** Runs a command of the command line in this process and keeps what it writes. */
export async function runCaptured(argv: readonly string[], options: CapturedOptions = {}): Promise<Captured> {
  let out = '';
  let error = '';
  const terminal = options.columns === undefined ? {} : { isTTY: true, columns: options.columns };
  const code = await runCli(argv, {
    out: { write: (text) => (out += text), ...terminal },
    error: { write: (text) => (error += text), ...terminal },
    signal: options.signal ?? new AbortController().signal,
    ...keptThreads,
    ...(options.pool === undefined ? {} : { pool: options.pool }),
  });
  return { code, out, error };
}
