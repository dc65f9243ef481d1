import type { ArticleText } from '../../../../core/article/articleText/articleText';
import { CodePoints } from '../../../../core/article/articleText/codePoints';
import { SeenPlaces } from '../../../../core/article/articleText/seenPlaces';
import type { TextRange } from '../../../../core/text/textRange';
import { findSeen, type SeenPassage, seenCharacters, seenPassage } from '../../../../protocol/seenPassage';

/** An article's text as the preview counts it. */
export class SeenArticle {
  readonly #text: string;
  readonly #places: SeenPlaces;
  readonly #points: CodePoints;

  constructor(article: ArticleText) {
    this.#text = seenCharacters(article.text);
    this.#places = new SeenPlaces(article);
    this.#points = new CodePoints(this.#text);
  }

  /** What to tell the preview of a range of the article text. */
  passageOf(range: TextRange): SeenPassage | undefined {
    const { start, end } = this.#places.toSeen(range);
    return seenPassage(this.#text, { start: this.#points.unitOf(start), end: this.#points.unitOf(end) });
  }

  /** The range of the article text that the preview means; `undefined` where that is not certain. */
  rangeOf(passage: SeenPassage): TextRange | undefined {
    const found = findSeen(this.#text, passage);
    if (found === undefined) return undefined;
    return this.#places.fromSeen({ start: this.#points.pointOf(found.start), end: this.#points.pointOf(found.end) });
  }
}
