import { type Dirent, lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import type { FileStamp, FoundPaths } from '../core/host/archiveFiles';
import { errorText } from '../core/text/errorText';
import { type PathFilter, type PathMatcher, pathMatcher } from '../core/text/pathFilter';
import { containedPathSync, isInside } from './containedPath';

const batchSize = 1000;

/**
 * The files below a folder of an archive, in batches. Synchronous, for worker threads. Links to folders are not followed,
 * for they lead in circles and show the same articles twice; links to files are as long as they stay in the archive.
 */
export function* listFolder(
  root: string,
  folder: string,
  filter: PathFilter,
  onTrouble: (message: string) => void,
): Generator<readonly FileStamp[], void> {
  const matcher = pathMatcher(filter);
  if (folder !== '' && !(isWanted(folder, matcher) && isFolder(root, folder))) return;
  const pending = [folder];
  let batch: FileStamp[] = [];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const prefix = next === '' ? '' : `${next}/`;
    for (const entry of readFolder(`${root}/${next}`, next, onTrouble)) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (matcher.folder(path)) pending.push(path);
        continue;
      }
      if (!matcher.file(path)) continue;
      const stamp = entry.isFile() ? stampOf(root, path) : entry.isSymbolicLink() ? stampOfLink(root, path) : undefined;
      if (stamp === undefined) continue;
      batch.push(stamp);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

/** What is at these paths of an archive now. What links lead to outside of it is not there. */
export function findPaths(root: string, paths: readonly string[]): FoundPaths {
  const files: FileStamp[] = [];
  const folders: string[] = [];
  const parents = new Map<string, boolean>();
  const isInArchive = (folder: string): boolean => {
    const known = parents.get(folder);
    if (known !== undefined) return known;
    const found = attempt(() => containedPathSync(root, folder)) !== undefined;
    parents.set(folder, found);
    return found;
  };
  for (const path of paths) {
    if (!isInside(path) || !isInArchive(path.slice(0, Math.max(0, path.lastIndexOf('/'))))) continue;
    const stats = attempt(() => lstatSync(`${root}/${path}`, { throwIfNoEntry: false }));
    if (stats?.isDirectory()) folders.push(path);
    const found = stats?.isSymbolicLink() ? stampOfLink(root, path) : stamp(path, stats);
    if (found !== undefined) files.push(found);
  }
  return { files, folders };
}

/** A folder inside one that is left out is left out as well. */
function isWanted(folder: string, matcher: PathMatcher): boolean {
  const names = folder.split('/');
  return names.every((_, index) => matcher.folder(names.slice(0, index + 1).join('/')));
}

function isFolder(root: string, folder: string): boolean {
  const isReal = attempt(() => containedPathSync(root, folder) !== '' && lstatSync(`${root}/${folder}`).isDirectory());
  return isReal ?? false;
}

function readFolder(absolute: string, folder: string, onTrouble: (message: string) => void): readonly Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    onTrouble(`${folder || '.'}: ${errorText(error)}`);
    return [];
  }
}

function stampOf(root: string, path: string): FileStamp | undefined {
  return stamp(
    path,
    attempt(() => statSync(`${root}/${path}`, { throwIfNoEntry: false })),
  );
}

function stampOfLink(root: string, path: string): FileStamp | undefined {
  return stamp(
    path,
    attempt(() => statSync(containedPathSync(root, path))),
  );
}

function stamp(path: string, stats: Stats | undefined): FileStamp | undefined {
  return stats?.isFile() ? { path, size: stats.size, mtime: Math.floor(stats.mtimeMs) } : undefined;
}

/** What cannot be looked at, or leads out of the archive, is no file of it. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
