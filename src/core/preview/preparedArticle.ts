import type { ArticleDate, FrontMatterFault } from '../article/articleEntry';
import type { BodyKind } from '../article/body/bodyKind';
import type { TextRange } from '../text/textRange';

/** What is shown above the body, as front matter (or, where that is silent, the body) says it. */
export interface PreparedHead {
  readonly title: string;
  readonly titleFrom: 'field' | 'heading' | 'fileName';
  /** As written: not yet folded onto one canonical name. */
  readonly source?: string;
  readonly author?: string;
  readonly date: ArticleDate;
  readonly categories: readonly string[];
  /** The `id` of the head image in `PreparedArticle.images`. */
  readonly image?: number;
  /** The address of the original article. */
  readonly link?: string;
  readonly fault?: FrontMatterFault;
}

/** Why an image cannot be shown, or is not to be. */
export type ImageReason =
  | 'empty'
  | 'malformed'
  | 'unsupported'
  | 'outside'
  | 'standIn'
  | 'badData'
  /** Set when the extension resolves the images. */
  | 'missing'
  | 'remoteOff'
  | 'remoteAsk'
  | 'remoteUntrusted'
  /** Set by the webview: it was asked for and did not come. */
  | 'failed';

/** Where an image is. */
export type ImageTarget =
  /** Paths of the archive, best first: the first that exists is the image. */
  | { readonly kind: 'local'; readonly candidates: readonly string[] }
  | { readonly kind: 'remote'; readonly url: string }
  | { readonly kind: 'data'; readonly url: string }
  | { readonly kind: 'none'; readonly reason: ImageReason };

export interface PreparedImage {
  /** Its index in the list; `data-mg-image` in the HTML. */
  readonly id: number;
  readonly target: ImageTarget;
  readonly alt: string;
  /** The whole start tag or Markdown construct; of a head image its value in front matter. */
  readonly range: TextRange;
}

/** Where a link leads; what leads nowhere is no link. */
export type LinkTarget =
  /** `http:`, `https:` or `mailto:`. */
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'local'; readonly candidates: readonly string[]; readonly fragment?: string };

export type BlockedKind =
  | 'script'
  | 'handler'
  | 'frame'
  | 'plugin'
  | 'form'
  | 'refresh'
  | 'base'
  | 'style'
  | 'graphic'
  | 'media'
  | 'link'
  | 'tracker'
  /** Set when the extension resolves the images. */
  | 'remoteImage';

/** A part of the article that the preview leaves out for the reader's safety. */
export interface BlockedPart extends TextRange {
  readonly kind: BlockedKind;
  /** The tag's or attribute's name, or an address; at most 200 characters. */
  readonly detail: string;
}

export interface ArticleStatistics {
  /** Words of alphabetic scripts, and each Chinese, Japanese or Korean character as one. */
  readonly words: number;
  readonly characters: number;
  readonly images: number;
  readonly links: number;
  /** At least one where there is any text. */
  readonly readingMinutes: number;
}

/** An article made ready for the preview. Plain and clonable. */
export interface PreparedArticle {
  readonly head: PreparedHead;
  readonly kind: BodyKind;
  /**
   * Harmless tags only, but the webview sanitises it all the same. Marks of ours: `data-mg-start`, `data-mg-end` (places
   * in the document), `data-mg-image`, `data-mg-link` (indices), `data-mg-css` (style as written), `data-mg-embed` with
   * `data-mg-address` (what stood here and was left out). None of them is the article's own.
   */
  readonly html: string;
  readonly images: readonly PreparedImage[];
  /** By `data-mg-link`. */
  readonly links: readonly LinkTarget[];
  readonly blocked: readonly BlockedPart[];
  readonly statistics: ArticleStatistics;
  /** BCP 47, by the script of the text; absent where that does not tell. */
  readonly language?: string;
  /** `plain`: a body made to hold a reader up is shown as text. `cut`: it was too long. */
  readonly limited?: 'plain' | 'cut';
}
