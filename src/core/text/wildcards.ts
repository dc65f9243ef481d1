/** One step of a pattern: a certain character, any one that passes a test, or `anyRun`. */
export type WildcardToken = string | ((character: string) => boolean) | typeof anyRun;

/** Any number of any characters, none too. */
export const anyRun = Symbol('any run');

/**
 * Whether a whole text, given as its characters, fits a pattern. Never backtracks past the last `anyRun` it has passed, so
 * that the time is bounded by text times pattern, whatever they hold.
 */
export function wildcardMatcher(tokens: readonly WildcardToken[]): (characters: ArrayLike<string>) => boolean {
  const last = tokens.lastIndexOf(anyRun);
  const end = tokens.slice(last + 1);
  const start = tokens.slice(0, last + 1);
  return (characters) => {
    const rest = characters.length - end.length;
    if (last < 0 ? rest !== 0 : rest < 0) return false;
    // From the end first: there most texts differ from a pattern such as `*.md`.
    for (let at = end.length - 1; at >= 0; at -= 1) if (!fits(end[at], characters[rest + at])) return false;
    return fitsFrom(start, characters, rest);
  };
}

/** Of `length` characters, whether they fit tokens that end with an `anyRun` or are none. */
function fitsFrom(tokens: readonly WildcardToken[], characters: ArrayLike<string>, length: number): boolean {
  let token = 0;
  let at = 0;
  let retryToken = -1;
  let retryAt = 0;
  while (token < tokens.length) {
    if (tokens[token] === anyRun) {
      token += 1;
      retryToken = token;
      retryAt = at;
    } else if (at < length && fits(tokens[token], characters[at])) {
      token += 1;
      at += 1;
    } else {
      if (retryToken < 0 || retryAt >= length) return false;
      retryAt += 1;
      token = retryToken;
      at = retryAt;
    }
  }
  return true;
}

function fits(token: WildcardToken | undefined, character: string | undefined): boolean {
  if (character === undefined) return false;
  return typeof token === 'function' ? token(character) : token === character;
}
