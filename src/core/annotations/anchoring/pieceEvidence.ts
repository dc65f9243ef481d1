import type { PassageTrace } from './passage';
import { mapPieces, type PieceMap } from './pieceMap';
import type { PreparedText } from './preparedText';

/**
 * What the fate of the pieces of a text says of a place in it: `own`, where the passage's piece went; `home`, changed text
 * right where the passage was among what is still there; `gap`, changed text between the same neighbours; `changed`, new or
 * changed text elsewhere; `replacing`, new text in the place of what was not the passage's; `other`, text that stood there before and was not the passage's; `unknown`, where nothing can be said.
 */
export type PlaceEvidence = 'own' | 'home' | 'gap' | 'changed' | 'replacing' | 'other' | 'unknown';

/** Where a passage was among what is still there of its text, in units of the new one. */
export interface Home {
  /** Where it would start. */
  readonly start: number;
  /** The changed text between its neighbours. */
  readonly from: number;
  readonly to: number;
}

/** So far from where it would start a passage is still at home: changes around it move it a little. */
export const atHome = 16;
/** A run of pieces that says so much, about a short sentence, is the one that was there. */
const certain = 20;
/** Less will do where further pieces, past so many changed ones, kept their distance. */
const fewChanged = 3;
const likely = 8;
/** Changed text so much longer than a passage tells nothing of where in it the passage would be. */
const widestGap = 600;

/** Tells from the pieces of a text then and now where a passage should be. */
export class PieceEvidence {
  readonly #prepared: PreparedText;
  readonly #map: PieceMap;
  readonly #weights: Float64Array;
  readonly #old: Int32Array;
  readonly #hasPairs: boolean;

  constructor(prepared: PreparedText, old: Int32Array) {
    this.#prepared = prepared;
    this.#old = old;
    this.#weights = prepared.pieceWeights;
    this.#map = mapPieces(old, prepared.pieces.hashes, this.#weights);
    this.#hasPairs = this.#map.toNew.some((piece) => piece !== -1);
  }

  /** Where the passage starts and ends in the normalised text, as far as its pieces are still there. */
  expected({ from, to }: PassageTrace): { readonly start?: number; readonly end?: number } {
    const first = this.#map.toNew[from.piece] ?? -1;
    const last = this.#map.toNew[to.piece] ?? -1;
    return {
      ...(first < 0 ? {} : { start: this.#prepared.startOfPiece(first) + from.offset }),
      ...(last < 0 ? {} : { end: this.#prepared.startOfPiece(last) + to.offset + 1 }),
    };
  }

  /**
   * Whether the pieces of the passage stand among others that stood around them before: one alone may be as well a piece
   * that happens to be the same.
   */
  isCertain({ from, to }: PassageTrace): boolean {
    return this.#isCertain(from.piece, to.piece);
  }

  /** The same of one piece. */
  isCertainPiece(piece: number): boolean {
    return this.#isCertain(piece, piece);
  }

  /** Whether an old piece may stand at a place: what stands there is new, or that piece. */
  isFree(place: number, old: number): boolean {
    const now = this.#map.toOld[this.#prepared.pieceAt(place)] ?? -1;
    return now === -1 || now === old;
  }

  /** Whether of what stood between the neighbours of a piece that are still there no other was its like. */
  isOnlyOne(piece: number): boolean {
    const { toNew } = this.#map;
    const hash = this.#old[piece];
    for (let at = piece - 1; at >= 0 && toNew[at] === -1; at--) if (this.#old[at] === hash) return false;
    for (let at = piece + 1; at < toNew.length && toNew[at] === -1; at++) if (this.#old[at] === hash) return false;
    return true;
  }

  #isCertain(from: number, to: number): boolean {
    const { toNew, carried } = this.#map;
    const first = toNew[from] ?? -1;
    const last = toNew[to] ?? -1;
    if (first === -1 || last === -1) return false;
    if (carried[from] === 1 && carried[to] === 1 && last - first === to - from) return true;
    let weight = 0;
    for (let piece = first; piece <= last && weight < certain; piece++) weight += this.#weights[piece] ?? 0;
    let before = 1;
    while (weight < certain && this.#isPair(from - before, first - before))
      weight += this.#weights[first - before++] ?? 0;
    let after = 1;
    while (weight < certain && this.#isPair(to + after, last + after)) weight += this.#weights[last + after++] ?? 0;
    if (weight >= certain) return true;
    // Few of its neighbours were changed, and each for one.
    for (let step = 0; step < fewChanged; step++) {
      if (this.#isPair(from - before - step, first - before - step))
        weight += this.#weights[first - before - step] ?? 0;
      if (this.#isPair(to + after + step, last + after + step)) weight += this.#weights[last + after + step] ?? 0;
    }
    return weight >= likely;
  }

  #isPair(old: number, now: number): boolean {
    return now >= 0 && this.#map.toNew[old] === now;
  }

  /** Undefined where it is not known. */
  home({ from, to }: PassageTrace, length: number): Home | undefined {
    if (!this.#hasPairs) return undefined;
    const { toNew, homes } = this.#map;
    let before = Math.min(from.piece, toNew.length) - 1;
    while (before >= 0 && toNew[before] === -1) before--;
    let after = to.piece + 1;
    while (after < toNew.length && toNew[after] === -1) after++;
    const start = before < 0 ? 0 : this.#prepared.startOfPiece((toNew[before] ?? 0) + 1);
    const end =
      after >= toNew.length ? this.#prepared.normalised.text.length : this.#prepared.startOfPiece(toNew[after] ?? 0);
    if (start <= end && end - start <= length + widestGap) {
      const place = this.#prepared.startOfPiece(homes[from.piece] ?? 0) + from.offset;
      return { start: Math.max(start, Math.min(end, place)), from: start, to: end };
    }
    // One of its neighbours was moved away: it is with the nearer.
    return from.piece - before <= after - to.piece
      ? { start, from: start, to: start + length + widestGap }
      : { start: Math.max(0, end - length), from: Math.max(0, end - length - widestGap), to: end };
  }

  /** What the pieces say of a passage that would start at `start` and end at `end`. */
  at(trace: PassageTrace, home: Home | undefined, start: number, end: number): PlaceEvidence {
    if (!this.#hasPairs || home === undefined) return 'unknown';
    const expected = this.expected(trace);
    if (start === expected.start && this.#isCertain(trace.from.piece, trace.from.piece)) return 'own';
    if (end === expected.end && this.#isCertain(trace.to.piece, trace.to.piece)) return 'own';
    const first = this.#prepared.pieceAt(start);
    const last = this.#prepared.pieceAt(Math.max(start, end - 1));
    const distance = Math.abs(start - home.start);
    const others = [first, last].filter((piece) => this.#isOther(piece, trace)).length;
    if (others === 2 || (others === 1 && distance > atHome)) return 'other';
    if (start < home.from - atHome || end > home.to + atHome)
      return this.#replacesOther(first, trace) ? 'replacing' : 'changed';
    return distance <= atHome ? 'home' : 'gap';
  }

  /** Whether a new piece stands where pieces that are not the passage's were taken out. */
  #replacesOther(piece: number, { from, to }: PassageTrace): boolean {
    const { toOld } = this.#map;
    let before = piece;
    while (before >= 0 && toOld[before] === -1) before--;
    let after = piece;
    while (after < toOld.length && toOld[after] === -1) after++;
    const start = (toOld[before] ?? -1) + 1;
    const end = toOld[after] ?? this.#old.length;
    return start < end && (end <= from.piece || start > to.piece);
  }

  #isOther(piece: number, { from, to }: PassageTrace): boolean {
    const old = this.#map.toOld[piece] ?? -1;
    if (old === -1 || (old >= from.piece && old <= to.piece)) return false;
    return this.#isCertain(old, old);
  }
}
