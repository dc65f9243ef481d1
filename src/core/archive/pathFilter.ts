import picomatch from 'picomatch';

/** Which files of a folder are articles. Plain and clonable; `pathMatcher` makes it work. */
export interface PathFilter {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export const defaultPathFilter: PathFilter = {
  include: ['**/*.md', '**/*.markdown'],
  exclude: ['**/node_modules/**'],
};

export interface PathMatcher {
  /** Whether the file at this path is an article. */
  readonly file: (path: string) => boolean;
  /** Whether anything below this folder can be one. */
  readonly folder: (path: string) => boolean;
}

/** Folders and files whose name starts with a dot are never articles. */
export function pathMatcher(filter: PathFilter): PathMatcher {
  const included = picomatch([...filter.include], { nocase: true });
  const excluded = filter.exclude.length > 0 ? picomatch([...filter.exclude], { dot: true }) : () => false;
  const hidden = (path: string): boolean => path.startsWith('.') || path.includes('/.');
  return {
    file: (path) => !hidden(path) && included(path) && !excluded(path),
    // A pattern such as `drafts/**` or `**/drafts` leaves out the folder as well as what is in it.
    folder: (path) => !hidden(path) && !excluded(path) && !excluded(`${path}/_/_`),
  };
}
