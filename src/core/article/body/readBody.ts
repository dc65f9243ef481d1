import { type BodyKind, bodyKind } from './bodyKind.js';
import { htmlExact } from './htmlExact.js';
import { HtmlFast } from './htmlFast.js';
import type { ImageReference, LinkReference } from './imageReference.js';
import { MarkdownBody } from './markdownBody.js';
import { isOriginalAddress, writtenOriginal } from './originalLink.js';

/** What can be read from the body of an article. All ranges are places in the whole document. */
export interface Body {
  readonly kind: BodyKind;
  /** In the order they are written. */
  readonly images: readonly ImageReference[];
  /** How many images a reader would see; one with several addresses is one. */
  readonly pictures: number;
  /** In the order they are written. */
  readonly links: readonly LinkReference[];
  readonly heading?: string;
  /** Each Chinese, Japanese or Korean character is a word, as is each run of letters and digits of other scripts. */
  readonly words: number;
  /** Code points that can be seen: neither white space nor zero-width ones. */
  readonly characters: number;
  /** The address of the article as it was first published, where the body names it. */
  readonly originalLink?: string;
}

/**
 * Reads the body that starts at `start` of a document. `fast` is for whole archives; `exact` builds a browser's tree of
 * HTML, for the one open document. Both find the same in all but deliberately broken HTML.
 */
export function readBody(text: string, start: number, mode: 'fast' | 'exact'): Body {
  const kind = bodyKind(text, start);
  const html = kind === 'html' ? readHtml(text, start) : readMarkdown(text, start);
  const { seen } = html;
  const found =
    kind === 'html' && mode === 'exact' && !html.cost.tooMuch
      ? htmlExact(text, start)
      : { images: html.images.toSorted(byPlace), links: seen.links.toSorted(byPlace) };
  const originalLink = seen.originalLink ?? originalIn(text, start);
  return {
    kind,
    images: found.images,
    pictures: html.pictures,
    links: found.links,
    ...(seen.heading === undefined ? {} : { heading: seen.heading }),
    words: seen.statistics.words,
    characters: seen.statistics.characters,
    ...(originalLink === undefined ? {} : { originalLink }),
  };
}

function readHtml(text: string, start: number): HtmlFast {
  const html = new HtmlFast();
  html.read(text, start, text.length);
  html.seen.end();
  return html;
}

function readMarkdown(text: string, start: number): HtmlFast {
  const body = new MarkdownBody(text, start);
  body.read();
  return body.html;
}

function originalIn(text: string, start: number): string | undefined {
  const written = writtenOriginal(text, start);
  return written !== undefined && isOriginalAddress(written) ? written : undefined;
}

function byPlace(one: ImageReference | LinkReference, other: ImageReference | LinkReference): number {
  return one.element.start - other.element.start || one.range.start - other.range.start;
}
