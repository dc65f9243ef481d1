import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';
import type { Measured } from './figures';

const megabyte = 1024 * 1024;

/** Written beside the measured process, and asked only for what the process knows anyway. */
const watchScript = `
const { isMainThread } = require('node:worker_threads');
const { writeFileSync } = require('node:fs');
if (isMainThread) {
  let heap = 0;
  const look = () => { heap = Math.max(heap, process.memoryUsage().heapUsed); };
  setInterval(look, 20).unref();
  process.on('exit', () => {
    look();
    const { user, system } = process.cpuUsage();
    const all = process.resourceUsage().maxRSS * 1024;
    writeFileSync(process.env.MARGINALIA_BENCH_TOLD, JSON.stringify({ heap, all, processor: (user + system) / 1000 }));
  });
}
`;

/** What a process tells of itself when it ends. */
interface Told {
  /** The most of the main thread. */
  readonly heap: number;
  /** The most memory of the whole process, its threads and Node itself included. */
  readonly all: number;
  /** What all threads took together, in milliseconds: other programs do not stretch it. */
  readonly processor: number;
}

/** How long a check of a whole archive takes from the command line, and how long markdownlint over the same files. */
export function problemsBench(root: string, count: number, scratch: string): Measured {
  const check = run([join(projectRoot, 'dist', 'cli.js'), 'check', root, '--format', 'json'], projectRoot, scratch);
  const { summary } = JSON.parse(check.out) as { readonly summary: { readonly files: number } };
  if (summary.files !== count) throw new Error(`${summary.files} of ${count} articles were checked.`);
  // The larger ones would take minutes; what is asked is asked of ten thousand.
  const markdownlint = count <= 10_000 ? runMarkdownlint(root, scratch) : undefined;
  return {
    articles: count,
    check: check.time,
    checkProcessor: check.told.processor,
    checkHeap: check.told.heap / megabyte,
    checkMemory: check.told.all / megabyte,
    markdownlint: markdownlint?.time ?? Number.NaN,
    markdownlintProcessor: markdownlint?.told.processor ?? Number.NaN,
  };
}

interface Run {
  readonly time: number;
  readonly out: string;
  readonly told: Told;
}

function runMarkdownlint(root: string, scratch: string): Run {
  const config = join(scratch, 'bench.markdownlint-cli2.jsonc');
  writeFileSync(config, '{ "config": { "default": true }, "outputFormatters": [] }\n');
  const script = join(projectRoot, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
  return run([script, '--config', config, '--no-globs', '**/*.md'], root, scratch);
}

function run(args: readonly string[], cwd: string, scratch: string): Run {
  const watch = join(scratch, 'watch.cjs');
  const told = join(scratch, 'told.json');
  writeFileSync(watch, watchScript);
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--require', watch, ...args], {
    cwd,
    env: { ...process.env, MARGINALIA_BENCH_TOLD: told },
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const time = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { time, out: stdout, told: JSON.parse(readFileSync(told, 'utf8')) as Told };
}
