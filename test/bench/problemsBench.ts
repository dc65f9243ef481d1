import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';
import type { Measured } from './figures';

const megabyte = 1024 * 1024;

/** Written beside the measured process, and asked only for what the process knows anyway. */
const memoryWatch = `
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
if (isMainThread) {
  let heap = 0;
  const look = () => { heap = Math.max(heap, process.memoryUsage().heapUsed); };
  setInterval(look, 20).unref();
  process.on('exit', () => {
    look();
    writeFileSync(process.env.MARGINALIA_BENCH_MEMORY, JSON.stringify({ heap, all: process.resourceUsage().maxRSS * 1024 }));
  });
}
`;

interface Memory {
  /** Of the main thread. */
  readonly heap: number;
  /** Of the whole process, its threads and Node itself included. */
  readonly all: number;
}

/** How long a check of a whole archive takes from the command line, and how long markdownlint over the same files. */
export function problemsBench(root: string, count: number, scratch: string): Measured {
  const watch = join(scratch, 'memoryWatch.cjs');
  const told = join(scratch, 'memory.json');
  writeFileSync(watch, memoryWatch);
  const cli = join(projectRoot, 'dist', 'cli.js');
  const args = ['--require', watch, cli, 'check', root, '--format', 'json'];
  const check = timeOf(args, { environment: { MARGINALIA_BENCH_MEMORY: told } });
  const { summary } = JSON.parse(check.out) as { readonly summary: { readonly files: number } };
  if (summary.files !== count) throw new Error(`${summary.files} of ${count} articles were checked.`);
  const memory = JSON.parse(readFileSync(told, 'utf8')) as Memory;
  // The larger ones would take minutes; what is asked is asked of ten thousand.
  const markdownlint = count <= 10_000 ? markdownlintTime(root, scratch) : Number.NaN;
  return {
    articles: count,
    check: check.time,
    markdownlint,
    checkHeap: memory.heap / megabyte,
    checkMemory: memory.all / megabyte,
  };
}

function markdownlintTime(root: string, scratch: string): number {
  const config = join(scratch, 'bench.markdownlint-cli2.jsonc');
  writeFileSync(config, '{ "config": { "default": true }, "outputFormatters": [] }\n');
  const script = join(projectRoot, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
  return timeOf([script, '--config', config, '--no-globs', '**/*.md'], { cwd: root }).time;
}

function timeOf(
  args: readonly string[],
  { cwd = projectRoot, environment = {} }: { readonly cwd?: string; readonly environment?: NodeJS.ProcessEnv },
): { readonly time: number; readonly out: string } {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd,
    env: { ...process.env, ...environment },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const time = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { time, out: stdout };
}
