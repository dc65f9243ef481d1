import type { ArticleText } from '../../article/articleText/articleText';
import type { TextRange } from '../../text/textRange';
import { encodeHashes, nameOfHashes, type Pieces, piecesOf } from './fingerprint';
import { type NormalisedText, normalise, normalisedIndex } from './normalisedText';
import type { PlaceInPieces } from './passage';
import { weightOf } from './weight';

/** An article's text with all that anchoring looks at, made once for all its annotations. */
export class PreparedText {
  readonly article: ArticleText;
  readonly normalised: NormalisedText;
  readonly pieces: Pieces;
  /** Texts of one name are the same to anchoring. */
  readonly name: string;

  constructor(article: ArticleText) {
    this.article = article;
    this.normalised = normalise(article.text);
    this.pieces = piecesOf(article.text, this.normalised);
    this.name = nameOfHashes(this.pieces.hashes);
  }

  /** To be kept with annotations made on this text. */
  get fingerprint(): string {
    return encodeHashes(this.pieces.hashes);
  }

  /** The normalised range of a range of UTF-16 units. */
  normalisedRange(units: TextRange): TextRange {
    return { start: normalisedIndex(this.normalised, units.start), end: normalisedIndex(this.normalised, units.end) };
  }

  /** The UTF-16 range of a normalised range. */
  unitsOf({ start, end }: TextRange): TextRange {
    const { starts, ends } = this.normalised;
    const from = starts[start] ?? this.article.text.length;
    return end <= start ? { start: from, end: from } : { start: from, end: Math.max(from, ends[end - 1] ?? from) };
  }

  /** The piece a normalised place is in. */
  pieceAt(place: number): number {
    const { starts } = this.pieces;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  placeInPieces(place: number): PlaceInPieces {
    const piece = this.pieceAt(place);
    return { piece, offset: place - (this.pieces.starts[piece] ?? 0) };
  }

  /** Whether a piece starts or ends at a normalised place. */
  isBoundary(place: number): boolean {
    return place === this.normalised.text.length || this.placeInPieces(place).offset === 0;
  }

  /** How much each piece says: what stands often says little. */
  get pieceWeights(): Float64Array {
    const { starts, hashes } = this.pieces;
    const { text } = this.normalised;
    const counts = new Map<number, number>();
    for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
    return Float64Array.from(hashes, (hash, piece) => {
      const weight = weightOf(text, starts[piece], starts[piece + 1] ?? text.length);
      return weight / (counts.get(hash) ?? 1);
    });
  }

  startOfPiece(piece: number): number {
    return piece < 0 ? 0 : (this.pieces.starts[piece] ?? this.normalised.text.length);
  }
}
