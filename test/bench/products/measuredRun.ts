import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onVeryEnd } from '../../support/onExit';

const megabyte = 1024 * 1024;

/** Loaded before the measured program, in a process of its own; it looks only at what Node counts anyway. */
const watchScript = `
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
const file = process.env.MARGINALIA_BENCH_USAGE;
delete process.env.MARGINALIA_BENCH_USAGE;
if (isMainThread && file) {
  let heap = 0;
  const sample = () => { heap = Math.max(heap, process.memoryUsage().heapUsed); };
  setInterval(sample, 20).unref();
  process.on('exit', () => {
    sample();
    const { user, system } = process.cpuUsage();
    const memory = process.resourceUsage().maxRSS * 1024;
    writeFileSync(file, JSON.stringify({ heap: heap / ${megabyte}, memory: memory / ${megabyte}, processor: (user + system) / 1000 }));
  });
}
`;

/** What a program used, its threads included. */
interface Usage {
  /** The most heap of the main thread, in MB. */
  readonly heap: number;
  /** The most memory of the whole process, Node itself included, in MB. */
  readonly memory: number;
  /** Milliseconds of processor time of all threads: other programs do not stretch it. */
  readonly processor: number;
}

export interface MeasuredRun extends Usage {
  readonly out: string;
  /** Milliseconds from the start of the process to its end. */
  readonly time: number;
}

export interface RunOptions {
  /** Exit codes that are no failure; a checker ends with 1 when it has found something. */
  readonly codes?: readonly number[];
  /** Scripts to load before the program. */
  readonly preload?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a program of Node and tells what it took. */
export async function measuredRun(
  args: readonly string[],
  cwd: string,
  { codes = [0, 1], preload = [], env = {} }: RunOptions = {},
): Promise<MeasuredRun> {
  const base = join(tmpdir(), `marginalia-bench-${randomUUID()}`);
  const [watch, usage] = [`${base}.cjs`, `${base}.json`];
  writeFileSync(watch, watchScript);
  const forget = onVeryEnd(() => rmSync(watch, { force: true }));
  try {
    const required = [watch, ...preload].flatMap((script) => ['--require', script]);
    const start = performance.now();
    const child = spawn(process.execPath, [...required, ...args], {
      cwd,
      env: { ...process.env, ...env, MARGINALIA_BENCH_USAGE: usage },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const forgetChild = onVeryEnd(() => child.kill());
    const out: Buffer[] = [];
    let errors = '';
    child.stdout.on('data', (data: Buffer) => out.push(data));
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-2000);
    });
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }).finally(forgetChild);
    const time = performance.now() - start;
    if (code === null || !codes.includes(code))
      throw new Error(`${args.join(' ')} ended with ${code}: ${errors.trim()}`);
    return { out: Buffer.concat(out).toString('utf8'), time, ...(JSON.parse(readFileSync(usage, 'utf8')) as Usage) };
  } finally {
    forget();
    for (const file of [watch, usage]) rmSync(file, { force: true });
  }
}
