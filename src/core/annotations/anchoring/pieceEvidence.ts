import type { PassageTrace } from './passage';
import { mapPieces, type PieceMap } from './pieceMap';
import type { PreparedText } from './preparedText';

/**
 * What the fate of the pieces of a text says of a place in it: `own`, where the passage's piece went; `gap`, changed text
 * between the same neighbours; `edge`, changed text next to one of them; `changed`, new or changed text elsewhere; `other`,
 * text that stood there before and was not the passage's; `unknown`, where nothing can be said.
 */
export type PlaceEvidence = 'own' | 'gap' | 'edge' | 'changed' | 'other' | 'unknown';

/** Tells from the pieces of a text then and now where a passage should be. */
export class PieceEvidence {
  readonly #prepared: PreparedText;
  readonly #map: PieceMap;
  readonly #hasPairs: boolean;

  constructor(prepared: PreparedText, old: Int32Array) {
    this.#prepared = prepared;
    this.#map = mapPieces(old, prepared.pieces.hashes);
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

  /** Where changed text begins in which the passage would be; undefined where it is not known. */
  startOfGap({ from }: PassageTrace): number | undefined {
    if (!this.#hasPairs) return undefined;
    for (let piece = from.piece - 1; piece >= 0; piece--) {
      const now = this.#map.toNew[piece] ?? -1;
      if (now >= 0) return this.#prepared.startOfPiece(now + 1);
    }
    return 0;
  }

  /** The first place after the gap in which the passage would be. */
  endOfGap({ to }: PassageTrace): number | undefined {
    if (!this.#hasPairs) return undefined;
    const { toNew } = this.#map;
    for (let piece = to.piece + 1; piece < toNew.length; piece++) {
      const now = toNew[piece] ?? -1;
      if (now >= 0) return this.#prepared.startOfPiece(now);
    }
    return this.#prepared.normalised.text.length;
  }

  /** What the pieces say of a passage that would start at `start` and end at `end`. */
  at(trace: PassageTrace, start: number, end: number): PlaceEvidence {
    if (!this.#hasPairs) return 'unknown';
    const expected = this.expected(trace);
    if (start === expected.start || end === expected.end) return 'own';
    const first = this.#prepared.pieceAt(start);
    const last = this.#prepared.pieceAt(Math.max(start, end - 1));
    if (this.#isOther(first, trace) || this.#isOther(last, trace)) return 'other';
    const { toNew, toOld } = this.#map;
    const before = neighbour(toOld, first, -1);
    const after = neighbour(toOld, last, toNew.length);
    const isAfter = before === neighbour(toNew, trace.from.piece, -1, true);
    const isBefore = after === neighbour(toNew, trace.to.piece, toNew.length, true);
    return isAfter && isBefore ? 'gap' : isAfter || isBefore ? 'edge' : 'changed';
  }

  #isOther(piece: number, { from, to }: PassageTrace): boolean {
    const old = this.#map.toOld[piece] ?? -1;
    return old >= 0 && (old < from.piece || old > to.piece);
  }
}

/**
 * The nearest piece before (`limit` -1) or after that has a partner: of a new text the partner, of an old one itself.
 */
function neighbour(partners: Int32Array, piece: number, limit: number, own = false): number {
  const step = limit < 0 ? -1 : 1;
  for (let at = piece + step; at >= 0 && at < partners.length; at += step) {
    const partner = partners[at] ?? -1;
    if (partner >= 0) return own ? at : partner;
  }
  return limit;
}
