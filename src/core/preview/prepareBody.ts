import type { BodyKind } from '../article/body/bodyKind';
import { HtmlFast } from '../article/body/htmlFast';
import { htmlTree } from '../article/body/htmlTree';
import { markdownTooCostly } from '../article/body/markdownCost';
import type { MarkdownTrees } from '../article/body/markdownTrees';
import type { TextStatistics } from '../article/body/textStatistics';
import { BodyWriter } from './bodyWriter';
import type { ImageList } from './imageList';
import { type MarkdownHtml, markdownHtml } from './markdownHtml';
import { plainBody } from './plainBody';
import type { PreparationOptions } from './preparationOptions';
import type { ArticleStatistics, BlockedPart, LinkTarget, PreparedArticle } from './preparedArticle';
import { samePlaces } from './sourcePlaces';
import type { TextMeasure } from './textMeasure';

/** A body made ready for the preview, and what it says of the article where front matter is silent. */
export interface PreparedBody {
  readonly html: string;
  readonly links: readonly LinkTarget[];
  readonly blocked: readonly BlockedPart[];
  readonly statistics: ArticleStatistics;
  readonly language?: string;
  readonly heading?: string;
  readonly originalLink?: string;
  readonly limited?: NonNullable<PreparedArticle['limited']>;
}

const mostBlocked = 2000;

/** Lays out the body that starts at `start` of a document; its images go to `images`. `trees` remembers Markdown. */
export function prepareBody(
  text: string,
  start: number,
  kind: BodyKind,
  images: ImageList,
  options: PreparationOptions,
  trees?: MarkdownTrees,
): PreparedBody {
  if (kind === 'markdown' && markdownTooCostly(text, start)) return asPlainText(text, start);
  const written: MarkdownHtml =
    kind === 'markdown'
      ? markdownHtml(text, start, trees)
      : { html: text.slice(start), places: samePlaces(start), broken: new Set() };
  const fast = new HtmlFast();
  fast.read(written.html, 0, written.html.length);
  if (fast.cost.tooMuch) return asPlainText(text, start);
  const tree = htmlTree(written.html);
  if (tree === undefined) return asPlainText(text, start);

  const writer = new BodyWriter(written, images, options);
  writer.write(tree);
  const { seen, measure } = writer;
  const trackers = images.trackers.map(
    ({ url, range }): BlockedPart => ({ kind: 'tracker', detail: url.slice(0, 200), ...range }),
  );
  return {
    html: writer.html,
    links: writer.links,
    blocked: inOrder([...writer.blocked, ...trackers]),
    statistics: statisticsOf(seen.statistics, measure, images.images.length, writer.links.length),
    ...languageOf(measure),
    ...(seen.heading === undefined ? {} : { heading: seen.heading }),
    ...(seen.originalLink === undefined ? {} : { originalLink: seen.originalLink }),
    ...(writer.isCut ? { limited: 'cut' } : {}),
  };
}

/** A body that would hold the reader up is read token by token. */
function asPlainText(text: string, start: number): PreparedBody {
  const { html, statistics, measure } = plainBody(text, start);
  const fast = new HtmlFast(0);
  fast.read(text, start, text.length);
  const blocked = fast.active.found.map(
    ({ kind, name, address, range }): BlockedPart => ({
      kind,
      detail: (address ?? name).slice(0, 200),
      ...range,
    }),
  );
  return {
    html,
    links: [],
    blocked: inOrder(blocked),
    statistics: statisticsOf(statistics, measure, 0, 0),
    ...languageOf(measure),
    limited: 'plain',
  };
}

function statisticsOf(
  { words, characters }: TextStatistics,
  measure: TextMeasure,
  images: number,
  links: number,
): ArticleStatistics {
  return { words, characters, images, links, readingMinutes: measure.readingMinutes(words) };
}

function languageOf({ language }: TextMeasure): { readonly language?: string } {
  return language === undefined ? {} : { language };
}

/** A browser repeats formatting that is nested wrongly; all its copies come from one tag. */
function inOrder(blocked: readonly BlockedPart[]): readonly BlockedPart[] {
  const known = new Set<string>();
  return blocked
    .filter(({ kind, start, detail }) => {
      const key = `${kind} ${start} ${detail}`;
      return known.has(key) ? false : known.add(key);
    })
    .slice(0, mostBlocked)
    .sort((one, other) => one.start - other.start);
}
