import type { TextRange } from '../../text/textRange';
import type { ArticleText } from './articleText';

/**
 * Places of an article's text counted in seen characters: code points that are no white space. A page that shows the article
 * has the same ones in the same order, however it lays out the space between them; it leaves out U+00AD, U+200B, U+2060 and
 * U+FEFF, as the text does.
 */
export class SeenPlaces {
  readonly #article: ArticleText;
  /** How many seen characters there are before each code point, and in all. */
  readonly #before: Int32Array;

  constructor(article: ArticleText) {
    this.#article = article;
    this.#before = new Int32Array(article.length + 1);
    let seen = 0;
    let point = 0;
    for (const character of article.text) {
      this.#before[point++] = seen;
      if (character !== ' ' && character !== '\n') seen++;
    }
    this.#before[point] = seen;
  }

  /** A range of code points in seen characters. */
  toSeen({ start, end }: TextRange): TextRange {
    return { start: this.#seenBefore(start), end: this.#seenBefore(end) };
  }

  /** A range of seen characters in code points, without white space at its ends; undefined where it holds nothing. */
  fromSeen({ start, end }: TextRange): TextRange | undefined {
    if (end <= start || start >= this.#seenBefore(this.#article.length)) return undefined;
    return { start: this.#pointOf(start), end: this.#pointOf(end - 1) + 1 };
  }

  #seenBefore(point: number): number {
    return this.#before[Math.max(0, Math.min(point, this.#article.length))] ?? 0;
  }

  /** The code point that the seen character of this number is. */
  #pointOf(seen: number): number {
    let low = 0;
    let high = Math.max(0, this.#article.length - 1);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#before[middle] ?? 0) <= seen) low = middle;
      else high = middle - 1;
    }
    // Of white space and what follows it, the latter counts as one more only after itself.
    while (low > 0 && /\s/.test(this.#article.slice({ start: low, end: low + 1 }))) low--;
    return low;
  }
}
