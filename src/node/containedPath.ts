import { realpathSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';

/** Whether a path relative to an archive's folder stays in it as far as its words tell. */
export function isInside(path: string): boolean {
  return !isAbsolute(path) && !path.includes('\0') && !path.split(/[\\/]/).includes('..');
}

/** Where a path of an archive really is. Rejects when it is not there, or when links lead it out of the folder. */
export async function containedPath(root: string, path: string): Promise<string> {
  if (!isInside(path)) throw new OutsidePathError(path);
  const [realRoot, real] = await Promise.all([realpath(root), realpath(`${root}/${path}`)]);
  return contained(realRoot, real, path);
}

/** The same for worker threads, which wait for nobody. */
export function containedPathSync(root: string, path: string): string {
  if (!isInside(path)) throw new OutsidePathError(path);
  return contained(realpathSync(root), realpathSync(`${root}/${path}`), path);
}

function contained(realRoot: string, real: string, path: string): string {
  const way = relative(realRoot, real);
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) throw new OutsidePathError(path);
  return real;
}

/** A link or a `..` led out of the archive. */
export class OutsidePathError extends Error {
  constructor(path: string) {
    super(`${path} leads out of the archive's folder and is not read`);
    this.name = 'OutsidePathError';
  }
}
