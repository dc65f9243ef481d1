import type { ActiveContent } from './activeContent';
import type { BodyKind } from './bodyKind';
import type { HeadingReference, ImageReference, LinkReference } from './imageReference';

/** What can be read from the body of an article. All ranges are places in the whole document. */
export interface Body {
  readonly kind: BodyKind;
  /** In the order they are written. */
  readonly images: readonly ImageReference[];
  /** How many images a reader would see: one with several addresses is one. */
  readonly pictures: number;
  /** In the order they are written. */
  readonly links: readonly LinkReference[];
  readonly heading?: string;
  /** The first few headings that stand before all other text. */
  readonly leadingHeadings: readonly HeadingReference[];
  /** What would run, load another page or send data; in the order it is written. */
  readonly active: readonly ActiveContent[];
  /** Each Chinese, Japanese or Korean character is a word, as is each run of letters and digits of other scripts. */
  readonly words: number;
  /** Code points that can be seen: neither white space nor zero-width ones. */
  readonly characters: number;
  /** The address of the article as it was first published, where the body names it. */
  readonly originalLink?: string;
}
