import { lstat, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { DetailedFile } from '../core/problems/detailedFile';
import { errorText } from '../core/text/errorText';
import { containedPath, isInside } from '../node/containedPath';
import { writeFileAtomically } from '../node/writeFileAtomically';

/** What became of the fixes of one archive. */
export interface WrittenFixes {
  readonly fixed: number;
  readonly articles: number;
  /** Articles that could not be written, each with the reason. */
  readonly failures: readonly string[];
}

/** Writes the articles that fixes have changed, each only if it is still as it was when it was checked. */
export async function writeFixes(root: string, articles: readonly DetailedFile[]): Promise<WrittenFixes> {
  let fixed = 0;
  let count = 0;
  const failures: string[] = [];
  for (const { path, fixed: change } of articles) {
    if (change === undefined) continue;
    try {
      const file = await containedPath(root, path);
      if ((await readFile(file, 'utf8')) !== change.before) throw new Error('it changed meanwhile; run this again');
      for (const added of change.files) await writeNewFile(root, added.path, added.bytes);
      await writeFileAtomically(file, change.text);
      fixed += change.fixed;
      count++;
    } catch (error) {
      failures.push(`${path}: not fixed: ${errorText(error)}`);
    }
  }
  return { fixed, articles: count, failures };
}

/** What fixes would change, as a patch that `git apply` and `patch -p1` take. */
export function* patchOf(articles: readonly DetailedFile[]): Generator<string, void> {
  for (const { path, fixed } of articles) {
    if (fixed === undefined) continue;
    yield createTwoFilesPatch(`a/${path}`, `b/${path}`, fixed.before, fixed.text, undefined, undefined, {
      context: 3,
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    });
  }
}

/** A file that is there already is never written over: its name says what is in it. */
async function writeNewFile(root: string, path: string, bytes: Uint8Array): Promise<void> {
  if (!isInside(path)) throw new Error(`${path} leads out of the archive`);
  const folder = await containedPath(root, dirname(path));
  const file = join(folder, path.slice(path.lastIndexOf('/') + 1));
  const isThere = await lstat(file).then(
    () => true,
    () => false,
  );
  if (!isThere) await writeFileAtomically(file, bytes);
}
