import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../projectRoot';
import { runProcess } from '../runProcess';
import type { ImportGraph } from './affectedTests';

/** The files that differ from those of a commit, with new ones that git does not ignore. */
export async function changedFiles(commit: string): Promise<readonly string[]> {
  const lists = await Promise.all([
    git('diff', '--name-only', '--relative', commit, '--'),
    git('ls-files', '--others', '--exclude-standard'),
  ]);
  return [...new Set(lists.flat())];
}

/** As the last build of the tests has written it. */
export function readImportGraph(): ImportGraph {
  return JSON.parse(readFileSync(join(projectRoot, 'dist', 'test', 'imports.json'), 'utf8')) as ImportGraph;
}

async function git(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const { code, tail } = await runProcess('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: projectRoot,
    onLine: (line) => lines.push(line),
  });
  if (code !== 0) throw new Error(`git does not say what has changed: ${tail}`);
  return lines;
}
