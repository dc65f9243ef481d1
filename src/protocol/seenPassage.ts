/** A range in a text, in UTF-16 units. */
export interface SeenRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A passage of an article as extension and preview tell each other of it: counted in seen characters, which are the same
 * ones in the article's text and in the page that shows it, and with what stands there and around, so that neither side ever
 * takes another place for it.
 */
export interface SeenPassage extends SeenRange {
  /** In seen characters, as the texts around it. */
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
  /** Whether the quote stands but once in the text that it was taken from. */
  readonly isOnly: boolean;
}

const context = 24;
const shortestAlone = 4;

/** White space and characters that take no room, as the article text knows them. */
const unseen = /[\0-\u0020\u007f-\u00a0\u00ad\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]+/g;

/** A text without white space and without what takes no room. */
export function seenCharacters(text: string): string {
  return text.replace(unseen, '');
}

/** What to tell of a range of a text of seen characters; `undefined` where nothing is in it. */
export function seenPassage(text: string, { start, end }: SeenRange): SeenPassage | undefined {
  if (start < 0 || end <= start || end > text.length) return undefined;
  const quote = text.slice(start, end);
  const first = text.indexOf(quote);
  return {
    start,
    end,
    quote,
    // Half of a pair may not come through whole.
    prefix: text.slice(Math.max(0, start - context), start).replace(/^[\udc00-\udfff]/, ''),
    suffix: text.slice(end, end + context).replace(/[\ud800-\udbff]$/, ''),
    isOnly: first === start && !text.includes(quote, first + 1),
  };
}

/**
 * Where a passage stands in a text of seen characters that may differ from the one it was taken from. `undefined` unless that
 * is certain: none is better than a wrong one.
 */
export function findSeen(
  text: string,
  { start, end, quote, prefix, suffix, isOnly }: SeenPassage,
): SeenRange | undefined {
  if (quote === '' || end - start !== quote.length) return undefined;
  const fits = text.startsWith(quote, start) && text.startsWith(prefix, start - prefix.length);
  if (fits && text.startsWith(suffix, end) && start >= prefix.length) return { start, end };
  const inContext = only(text, prefix + quote + suffix);
  const at =
    inContext !== undefined
      ? inContext + prefix.length
      : isOnly && quote.length >= shortestAlone
        ? only(text, quote)
        : undefined;
  return at === undefined ? undefined : { start: at, end: at + quote.length };
}

/** Where a piece stands that stands in a text but once. */
function only(text: string, piece: string): number | undefined {
  const at = text.indexOf(piece);
  return at < 0 || text.includes(piece, at + 1) ? undefined : at;
}
