import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { onExit, onVeryEnd } from './onExit';

export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly shell?: boolean;
  /** Every line of output and of errors. */
  readonly onLine?: (line: string) => void;
  /** It is written to by `write` until `endInput`. */
  readonly input?: boolean;
  /** Ended by force at once, for one that has nothing to clean up. */
  readonly killAtOnce?: boolean;
}

export interface ProcessEnd {
  /** null when it was killed or could not be started. */
  readonly code: number | null;
  readonly tail: string;
}

export interface RunningProcess {
  readonly ended: Promise<ProcessEnd>;
  write(line: string): void;
  endInput(): void;
  /** Ends the process with all its children. */
  kill(): Promise<void>;
}

const tailLines = 60;
const graceMilliseconds = 5000;

/** Starts a process whose children die with it, however this process ends. */
export function startProcess(command: string, args: readonly string[], options: ProcessOptions = {}): RunningProcess {
  const group = process.platform !== 'win32';
  const spawnOptions: SpawnOptions = {
    stdio: [options.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    detached: group,
    shell: options.shell ?? false,
  };
  if (options.cwd !== undefined) spawnOptions.cwd = options.cwd;
  if (options.env !== undefined) spawnOptions.env = options.env;
  const child = spawn(command, [...args], spawnOptions);

  const tail: string[] = [];
  const take = (line: string) => {
    tail.push(line);
    if (tail.length > tailLines) tail.shift();
    options.onLine?.(line);
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', take);
  }

  const forgetLastResort = onVeryEnd(() => signalTree(child, 'SIGKILL'));

  // Who writes to a process that has gone hears of it by its end.
  child.stdin?.on('error', () => undefined);

  const ended = new Promise<ProcessEnd>((resolve) => {
    const end = (code: number | null) => {
      forget();
      forgetLastResort();
      resolve({ code, tail: tail.join('\n') });
    };
    child.on('error', (error) => {
      take(error.message);
      end(null);
    });
    child.on('close', end);
  });
  const kill = async () => {
    if (options.killAtOnce) signalTree(child, 'SIGKILL');
    else await killTree(child, ended);
    await ended;
  };
  const forget = onExit(kill);
  return {
    ended,
    kill,
    write: (line) => child.stdin?.write(`${line}\n`),
    endInput: () => child.stdin?.end(),
  };
}

export async function runProcess(
  command: string,
  args: readonly string[],
  options: ProcessOptions = {},
): Promise<ProcessEnd> {
  return startProcess(command, args, options).ended;
}

/** Asks first, so that a child can end what it has started itself in groups of its own, then insists. */
async function killTree(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  signalTree(child, 'SIGTERM');
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise((resolve) => {
    timer = setTimeout(resolve, graceMilliseconds);
  });
  await Promise.race([ended, patience]);
  clearTimeout(timer);
  signalTree(child, 'SIGKILL');
}

function signalTree(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    if (child.exitCode === null) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    // ESRCH: all of it has ended already, which is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
