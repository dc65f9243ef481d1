import type { TextRange } from '../../text/textRange';
import { piecesOf } from './fingerprint';
import { normalise, normalisedIndex } from './normalisedText';
import type { Passage, PassageTrace } from './passage';
import type { Home, PieceEvidence } from './pieceEvidence';
import type { PreparedText } from './preparedText';

/** The text of a piece that holds an end of a passage. */
interface EndPiece {
  readonly text: string;
  /** Where in it the passage starts or ends. */
  readonly at: number;
}

/** The first and the last of the pieces that held a passage, as they were. */
interface OwnText {
  readonly first: EndPiece;
  readonly last: EndPiece;
}

/**
 * Where a passage starts and ends, if the pieces that held its ends stand whole in its gap, once each, beside or between what
 * was inserted there. By their hashes they are not known again, where no line end or mark parts them from the new text.
 */
export function wholePieces(
  prepared: PreparedText,
  evidence: PieceEvidence,
  gap: Home,
  passage: Passage,
  trace: PassageTrace,
): TextRange | undefined {
  const { first, last } = ownText(passage, trace);
  const expected = evidence.expected(trace);
  const place = (end: EndPiece, piece: number, known: number | undefined): number | undefined => {
    const found = onlyPlace(prepared, evidence, gap, end.text, piece);
    if (found !== undefined) return found + end.at;
    return evidence.isCertainPiece(piece) ? known : undefined;
  };
  const start = place(first, trace.from.piece, expected.start);
  const end = place(last, trace.to.piece, expected.end);
  return start === undefined || end === undefined || end <= start ? undefined : { start, end };
}

/** Where the text of an old piece stands in the gap, at an end of a piece and nothing else's; undefined where not just once. */
function onlyPlace(
  prepared: PreparedText,
  evidence: PieceEvidence,
  gap: Home,
  piece: string,
  index: number,
): number | undefined {
  if (!evidence.isOnlyOne(index)) return undefined;
  const { text } = prepared.normalised;
  const isInGap = (at: number): boolean => at >= 0 && at + piece.length <= gap.to;
  const at = text.indexOf(piece, gap.from);
  if (!isInGap(at) || isInGap(text.indexOf(piece, at + 1)) || !evidence.isFree(at, index)) return undefined;
  return prepared.isBoundary(at) || prepared.isBoundary(at + piece.length) ? at : undefined;
}

/** Cuts what is remembered of a passage and its context as its article was cut, which tells the text of its pieces. */
function ownText(passage: Passage, { from }: PassageTrace): OwnText {
  const before = (passage.before ?? '') + passage.prefix;
  const original = before + passage.exact + passage.suffix + (passage.after ?? '');
  const whole = normalise(original);
  const quoteStart = normalisedIndex(whole, before.length);
  const quoteEnd = normalisedIndex(whole, before.length + passage.exact.length);
  const start = Math.max(0, quoteStart - from.offset);
  const known = original.slice(whole.starts[start]);
  const { starts } = piecesOf(known, normalise(known));
  const boundaries = [...starts.map((at) => start + at), whole.text.length];
  const firstEnd = boundaries.find((at) => at > quoteStart) ?? whole.text.length;
  const lastStart = boundaries.findLast((at) => at < quoteEnd) ?? start;
  const lastEnd = boundaries.find((at) => at >= quoteEnd) ?? whole.text.length;
  return {
    first: { text: whole.text.slice(start, firstEnd), at: quoteStart - start },
    last: { text: whole.text.slice(lastStart, lastEnd), at: quoteEnd - lastStart },
  };
}
