// One list for all articles of an archive.
const known = new WeakMap<readonly string[], (url: string) => boolean>();

/** Addresses known to stand in for a picture that never was, by patterns with `*` for anything. */
export function standInMatcher(patterns: readonly string[]): (url: string) => boolean {
  let matcher = known.get(patterns);
  if (matcher === undefined) {
    matcher = newMatcher(patterns);
    known.set(patterns, matcher);
  }
  return matcher;
}

function newMatcher(patterns: readonly string[]): (url: string) => boolean {
  if (patterns.length === 0) return () => false;
  const sources = patterns.map((pattern) =>
    pattern
      .split('*')
      .map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'))
      .join('[^]*'),
  );
  const any = new RegExp(`^(?:${sources.join('|')})$`, 'i');
  const isAny = (url: string): boolean => any.test(url) || (/[?#]/.test(url) && any.test(url.replace(/[?#].*$/s, '')));
  // `undefined` beside the article is as little a picture as `https://example.com/undefined`.
  return (url) => isAny(url) || (!/^[a-z]+:|^[/?#]|^$/i.test(url) && isAny(`/${url}`));
}
