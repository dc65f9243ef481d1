import { access, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { configPath } from '../core/config/archiveConfig';
import { errorText } from '../core/text/errorText';
import { CannotRun } from './cliHost';

/** What of one archive is to be checked. */
export interface CheckTarget {
  readonly root: string;
  /** Paths relative to the archive; absent for all its articles. */
  readonly files?: ReadonlySet<string>;
  /** Whether the folder is one that its owner set up, so that its other articles are worth a look. */
  readonly isSetUp: boolean;
}

/**
 * The archives that paths lead to. A folder is an archive; a file belongs to the nearest folder above it that was set up as
 * one, else to the folder it is in.
 */
export async function checkTargets(paths: readonly string[]): Promise<readonly CheckTarget[]> {
  const whole = new Set<string>();
  const single = new Map<string, Set<string>>();
  const setUp = new Set<string>();
  // What is below a folder that is named too is checked with it; an archive of its own is checked by its own rules.
  const isTold = (root: string): boolean =>
    !setUp.has(root) && [...whole].some((other) => root.startsWith(other.endsWith(sep) ? other : other + sep));
  for (const path of paths) {
    const absolute = resolve(path);
    if (await isFolder(absolute, path)) {
      whole.add(absolute);
      if (await isSetUp(absolute)) setUp.add(absolute);
      continue;
    }
    const archive = await archiveAbove(absolute);
    if (archive !== undefined) setUp.add(archive);
    const root = archive ?? dirname(absolute);
    const files = single.get(root) ?? new Set();
    single.set(root, files.add(relative(root, absolute).split(sep).join('/')));
  }
  return [
    ...[...whole].filter((root) => !isTold(root)).map((root): CheckTarget => ({ root, isSetUp: true })),
    ...[...single]
      .filter(([root]) => !whole.has(root) && !isTold(root))
      .map(([root, files]): CheckTarget => ({ root, files, isSetUp: setUp.has(root) })),
  ];
}

async function isFolder(absolute: string, path: string): Promise<boolean> {
  try {
    return (await stat(absolute)).isDirectory();
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const why = isAbsent ? 'there is no such file or folder' : errorText(error);
    throw new CannotRun(`${path}: ${why}`);
  }
}

async function archiveAbove(file: string): Promise<string | undefined> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (await isSetUp(folder)) return folder;
    if (dirname(folder) === folder) return undefined;
  }
}

function isSetUp(folder: string): Promise<boolean> {
  return access(join(folder, dirname(configPath))).then(
    () => true,
    () => false,
  );
}
