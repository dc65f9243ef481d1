import { globMatcher } from './globs';

/** Which files of a folder are articles. Plain and clonable; `pathMatcher` makes it work. */
export interface PathFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const defaultPathFilter: PathFilter = {
  include: ['**/*.md', '**/*.markdown'],
  // What a repository says of itself, at its top.
  exclude: ['**/node_modules/**', '{README,CHANGELOG,CONTRIBUTING,CODE_OF_CONDUCT,LICENSE,SECURITY}{,.*}.md'],
};

export interface PathMatcher {
  /** Whether the file at this path is an article. */
  readonly file: (path: string) => boolean;
  /** Whether anything below this folder can be one. */
  readonly folder: (path: string) => boolean;
}

/** An archive with a folder for each article has as many folders as articles. */
const mostRemembered = 20_000;

/**
 * Folders and files whose name starts with a dot are never articles, nor is anything in a folder that is left out. Case
 * makes no difference, so that the same archive is the same on every system.
 */
export function pathMatcher(filter: PathFilter): PathMatcher {
  const included = globMatcher(filter.include, { ignoreCase: true });
  const excluded = globMatcher(
    filter.exclude.map((pattern) => pattern.replace(/(?<=[^/])\/+$/, '')),
    { ignoreCase: true },
  );
  const remembered = new Map<string, boolean>();

  const folder = (path: string): boolean => {
    if (path === '') return true;
    let open = remembered.get(path);
    if (open === undefined) {
      open = isVisible(path) && folder(parentOf(path)) && !excluded(path) && !excludesAllBelow(path);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(path, open);
    }
    return open;
  };
  // `drafts/**` leaves out all of the folder, `*/*` only what is right in it.
  const excludesAllBelow = (path: string): boolean =>
    ['\0', '\0/\0', '\0/\0/\0'].every((any) => excluded(`${path}/${any}`));

  return {
    file: (path) => isVisible(path) && included(path) && !excluded(path) && folder(parentOf(path)),
    folder,
  };
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isVisible(path: string): boolean {
  return path.charAt(path.lastIndexOf('/') + 1) !== '.';
}
