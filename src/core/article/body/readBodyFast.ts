import type { Body } from './body';
import { type BodyKind, bodyKind } from './bodyKind';
import { HtmlFast } from './htmlFast';
import type { ImageReference, LinkReference } from './imageReference';
import { MarkdownBody } from './markdownBody';
import { markdownTooCostly } from './markdownCost';
import { markdownRough } from './markdownRough';
import type { MarkdownTrees } from './markdownTrees';
import { writtenOriginal } from './originalLink';

/** A body, and whether a tree of it can be built in reasonable time. */
export interface FastReading {
  readonly body: Body;
  readonly treeTooCostly: boolean;
}

/**
 * Reads the body that starts at `start` of a document without building a tree of its HTML: for whole archives. Words and
 * characters are counted until there are `enoughCharacters`, all where nobody says what is enough. `trees` remembers
 * pieces of Markdown from one reading to the next.
 */
export function readBodyFast(
  text: string,
  start: number,
  enoughCharacters?: number,
  trees?: MarkdownTrees,
): FastReading {
  const kind = bodyKind(text, start);
  const html = htmlOf(kind, text, start, enoughCharacters, trees);
  const { seen } = html;
  const originalLink = seen.originalLink ?? writtenOriginal(text, start);
  const body: Body = {
    kind,
    images: inOrder(html.images),
    pictures: html.pictures,
    links: inOrder(seen.links),
    ...(seen.heading === undefined ? {} : { heading: seen.heading }),
    leadingHeadings: seen.leadingHeadings,
    active: html.active.found.toSorted((one, other) => one.range.start - other.range.start),
    words: seen.statistics.words,
    characters: seen.statistics.characters,
    ...(originalLink === undefined ? {} : { originalLink }),
  };
  return { body, treeTooCostly: html.cost.tooMuch };
}

function htmlOf(
  kind: BodyKind,
  text: string,
  start: number,
  enoughCharacters: number | undefined,
  trees: MarkdownTrees | undefined,
): HtmlFast {
  if (kind === 'markdown') {
    if (markdownTooCostly(text, start)) return markdownRough(text, start);
    const markdown = new MarkdownBody(text, start, enoughCharacters, trees);
    markdown.read();
    return markdown.html;
  }
  const html = new HtmlFast(enoughCharacters);
  html.read(text, start, text.length);
  html.seen.end();
  return html;
}

/** They nearly always are. */
function inOrder<T extends ImageReference | LinkReference>(references: readonly T[]): readonly T[] {
  for (let index = 1; index < references.length; index++) {
    const [before, here] = [references[index - 1], references[index]];
    if (before !== undefined && here !== undefined && byPlace(before, here) > 0) return references.toSorted(byPlace);
  }
  return references;
}

function byPlace(one: ImageReference | LinkReference, other: ImageReference | LinkReference): number {
  return one.element.start - other.element.start || one.range.start - other.range.start;
}
