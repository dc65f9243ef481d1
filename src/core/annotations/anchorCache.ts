import { readArticleText } from '../article/articleText/readArticleText';
import { LruCache } from '../text/lruCache';
import { type AnchoredArticle, anchorAnnotations } from './anchorAnnotations';
import { PreparedText } from './anchoring/preparedText';
import type { ArticleAnnotations } from './store/annotationStore';

/** In characters of documents, each of which takes about 15 bytes here: all articles that anybody looks at in an hour. */
const mostCharacters = 1_000_000;

interface AnchoredText {
  readonly prepared: PreparedText;
  /** By revision: annotations that were not changed are the same object. */
  readonly anchored: WeakMap<ArticleAnnotations, AnchoredArticle>;
}

/**
 * The one place where texts are prepared and annotations are anchored for all who want to know: each version of a text is read
 * once, and each revision of its annotations is anchored in it once. The text itself is the version, so nothing here can be
 * out of date.
 */
export class AnchorCache {
  readonly #texts: LruCache<string, AnchoredText>;
  readonly #done = { texts: 0, anchorings: 0 };

  constructor(limit = mostCharacters) {
    this.#texts = new LruCache(limit);
  }

  /** How much was done so far, and not taken from here. */
  get work(): { readonly texts: number; readonly anchorings: number } {
    return { ...this.#done };
  }

  /** The article text of a document with all that anchoring looks at. */
  prepare(document: string): PreparedText {
    return this.#textOf(document).prepared;
  }

  /** As `anchorAnnotations`. */
  anchor(read: ArticleAnnotations, document: string | undefined): AnchoredArticle {
    if (document === undefined) return anchorAnnotations(read, undefined);
    const { prepared, anchored: known } = this.#textOf(document);
    const before = known.get(read);
    if (before !== undefined) return before;
    this.#done.anchorings++;
    const anchored = anchorAnnotations(read, document, prepared);
    known.set(read, anchored);
    return anchored;
  }

  #textOf(document: string): AnchoredText {
    const known = this.#texts.get(document);
    if (known !== undefined) return known;
    this.#done.texts++;
    const text = { prepared: new PreparedText(readArticleText(document)), anchored: new WeakMap() };
    this.#texts.set(document, text, document.length);
    return text;
  }
}
