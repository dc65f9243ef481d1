import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../support/projectRoot';
import type { Measured } from './figures';

/** How long a check of a whole archive takes from the command line, and how long markdownlint over the same files. */
export function problemsBench(root: string, count: number, scratch: string): Measured {
  const check = timeOf([join(projectRoot, 'dist', 'cli.js'), 'check', root, '--format', 'json']);
  const { summary } = JSON.parse(check.out) as { readonly summary: { readonly files: number } };
  if (summary.files !== count) throw new Error(`${summary.files} of ${count} articles were checked.`);
  // The larger ones would take minutes; what is asked is asked of ten thousand.
  const markdownlint = count <= 10_000 ? markdownlintTime(root, scratch) : Number.NaN;
  return { articles: count, check: check.time, markdownlint };
}

function markdownlintTime(root: string, scratch: string): number {
  const config = join(scratch, 'bench.markdownlint-cli2.jsonc');
  writeFileSync(config, '{ "config": { "default": true }, "outputFormatters": [] }\n');
  const script = join(projectRoot, 'node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
  return timeOf([script, '--config', config, '--no-globs', '**/*.md'], root).time;
}

function timeOf(args: readonly string[], cwd = projectRoot): { readonly time: number; readonly out: string } {
  const start = performance.now();
  const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 2 ** 30 });
  const time = performance.now() - start;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 500)}`);
  return { time, out: stdout };
}
