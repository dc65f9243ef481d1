import type { RequestPolicy } from '../core/images/remote/requestPolicy';
import type { Resolve } from '../node/remoteImages/pinnedLookup';
import type { WorkerPool } from '../node/workerPool';

/** Where a command's text goes. `process.stdout` is one. */
export interface CliOutput {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  /** How wide a terminal is, in cells. */
  readonly columns?: number;
}

/** The network as a command sees it, where that is not simply that of the machine. */
export interface CliNetwork {
  readonly resolve?: Resolve;
  readonly requestPolicy?: Partial<RequestPolicy>;
  /** The variables that name proxies. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** What a command has of the process it runs in. */
export interface CliHost {
  readonly out: CliOutput;
  readonly error: CliOutput;
  /** Aborted when a person stops the command. */
  readonly signal: AbortSignal;
  /** Where the built `parseWorker.mjs` is. */
  readonly workerScript: string;
  /** Threads to use and to leave as they are. Without them a command starts its own, and ends them. */
  readonly pool?: WorkerPool;
  readonly network?: CliNetwork;
}

/** One command: `runCli` finds it by its name in its table. */
export interface Command {
  readonly summary: string;
  readonly usage: string;
  /** Resolves to the exit code. A `CannotRun` becomes one line on the error output and exit code 2. */
  run(args: readonly string[], host: CliHost): Promise<number>;
}

export const exitCode = { done: 0, problemsFound: 1, couldNotRun: 2 } as const;

/** Why a command could not run, as one clear line. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}
