import type { TextRange } from '../../text/textRange';
import { wholeGraphemes } from './graphemes';
import type { Passage } from './passage';
import type { PreparedText } from './preparedText';

/** As much as other tools for annotations keep. */
const near = 32;
const far = 64;

/**
 * What to remember of a range (code points) of an article's text. The range grows to whole characters as readers see them,
 * and white space at its ends is left out. Undefined where nothing is left.
 */
export function describePassage(prepared: PreparedText, range: TextRange): Passage | undefined {
  const { article } = prepared;
  const { points, text } = article;
  const whole = wholeGraphemes(text, { start: points.unitOf(range.start), end: points.unitOf(range.end) });
  const written = text.slice(whole.start, whole.end);
  const start = whole.start + written.length - written.trimStart().length;
  const end = whole.end - (written.length - written.trimEnd().length);
  if (start >= end) return undefined;
  const from = points.pointOf(start);
  const to = points.pointOf(end);
  const slice = (first: number, last: number): string =>
    article.slice({ start: Math.max(0, first), end: Math.max(0, last) });
  const before = slice(from - near - far, from - near);
  const after = slice(to + near, to + near + far);
  const inner = prepared.normalisedRange({ start, end });
  return {
    exact: text.slice(start, end),
    prefix: slice(from - near, from),
    suffix: slice(to, to + near),
    start: from,
    end: to,
    ...(before === '' ? {} : { before }),
    ...(after === '' ? {} : { after }),
    // What is nothing but marks that comparing leaves out is in no piece.
    ...(inner.start >= inner.end
      ? {}
      : {
          trace: {
            text: prepared.name,
            from: prepared.placeInPieces(inner.start),
            to: prepared.placeInPieces(inner.end - 1),
          },
        }),
  };
}
