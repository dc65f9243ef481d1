import type { TextRange } from '../../text/textRange';

/**
 * Where an image's address was found: an attribute of a tag, a Markdown construct, or front matter.
 * `lazy` is an attribute that a page's script would have copied to `src`.
 */
export type ImageVia =
  | 'src'
  | 'lazy'
  | 'srcset'
  | 'poster'
  | 'svg'
  | 'input'
  | 'markdown'
  | 'reference'
  | 'frontMatter';

/** One address of an image. An element with several addresses has several references that share `element`. */
export interface ImageReference {
  /** Decoded and trimmed, as a browser would use it. Of a `data:` URI only the first 64 characters. */
  readonly url: string;
  /** The address exactly as written. Two references to one Markdown definition have the same range. */
  readonly range: TextRange;
  /** The whole start tag or Markdown construct. */
  readonly element: TextRange;
  readonly via: ImageVia;
  /** In lower case; absent in Markdown. */
  readonly attribute?: string;
  readonly alt?: string;
  /** Written over two or more lines, so that no Markdown parser sees an image although one is meant. */
  readonly brokenOverLines?: true;
  /** Has a space that Markdown does not allow there: no Markdown parser sees an image although one is meant. */
  readonly brokenBySpace?: true;
}

/** One address that a reader can follow. */
export interface LinkReference {
  readonly url: string;
  /** The address exactly as written. */
  readonly range: TextRange;
  /** The whole start tag or Markdown construct. */
  readonly element: TextRange;
  /** The first 200 characters of what a reader clicks on, white space collapsed; absent when there is none. */
  readonly text?: string;
}

/** A heading with its mark-up. */
export interface HeadingReference {
  /** White space collapsed, its first 300 characters. */
  readonly text: string;
  readonly range: TextRange;
}
