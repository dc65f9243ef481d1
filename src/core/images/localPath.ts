/** Where in the archive a local image may be: several places where roots are tried. */
export type LocalPlace =
  | { readonly kind: 'inside'; readonly candidates: readonly string[] }
  | { readonly kind: 'outside' };

/** Resolves a path as it stands in an article. It never leads out of the archive: then it is `outside`. */
export function localPlace(path: string, absolute: boolean, articlePath: string, roots: readonly string[]): LocalPlace {
  const bases = absolute ? roots : [articlePath.split('/').slice(0, -1).join('/')];
  const candidates = bases.flatMap((base) => resolved(base, path) ?? []);
  return candidates.length > 0 ? { kind: 'inside', candidates: [...new Set(candidates)] } : { kind: 'outside' };
}

/** How a file of the archive is written in an article: relative to the article's folder, in the form of an address. */
export function relativeAddress(articlePath: string, filePath: string): string {
  const from = articlePath.split('/').slice(0, -1);
  const to = filePath.split('/');
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same++;
  const address = [...from.slice(same).map(() => '..'), ...to.slice(same).map(encodeSegment)].join('/');
  // A colon in its first part would make a scheme of that.
  return /^[^/]*:/.test(address) ? `./${address}` : address;
}

/** The same as an address that starts at a root, the innermost that the file is in. */
export function absoluteAddress(filePath: string, roots: readonly string[]): string {
  const within = roots.filter((root) => root !== '' && filePath.startsWith(`${root}/`));
  const longest = Math.max(-1, ...within.map(({ length }) => length));
  return `/${filePath
    .slice(longest + 1)
    .split('/')
    .map(encodeSegment)
    .join('/')}`;
}

function resolved(base: string, path: string): string | undefined {
  const segments = base === '' ? [] : base.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Readable where it can be: Chinese names stay as they are. */
function encodeSegment(segment: string): string {
  return segment.replace(/[%?#\s<>"'`()\\]/g, (character) =>
    character === "'" || character === '(' || character === ')'
      ? `%${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  );
}
