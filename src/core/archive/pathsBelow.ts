/** Those of the paths that lie in one of the folders, at any depth. One pass for any number of folders. */
export function pathsBelow(folders: readonly string[], paths: Iterable<string>): readonly string[] {
  const wanted = new Set(folders);
  const found: string[] = [];
  if (wanted.size === 0) return found;
  for (const path of paths) {
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (!wanted.has(path.slice(0, slash))) continue;
      found.push(path);
      break;
    }
  }
  return found;
}
