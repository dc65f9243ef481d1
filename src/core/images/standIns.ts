import { anyRun, wildcardMatcher } from '../text/wildcards';

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
  const matchers = patterns.map((pattern) =>
    wildcardMatcher(
      pattern
        .toLowerCase()
        .split('')
        .map((character) => (character === '*' ? anyRun : character)),
    ),
  );
  const fitsAny = (characters: ArrayLike<string>): boolean => matchers.some((matches) => matches(characters));
  const isAny = (written: string): boolean => {
    const url = written.toLowerCase();
    return fitsAny(url) || (/[?#]/.test(url) && fitsAny(url.replace(/[?#].*$/s, '')));
  };
  // `undefined` beside the article is as little a picture as `https://example.com/undefined`.
  return (url) => isAny(url) || (!/^[a-z]+:|^[/?#]|^$/i.test(url) && isAny(`/${url}`));
}
