import type { ArticleEntry } from '../article/articleEntry';
import { sourceOfBodyLink } from '../article/articleSource';
import { bodyKind } from '../article/body/bodyKind';
import type { MarkdownTrees } from '../article/body/markdownTrees';
import { writtenOriginal } from '../article/body/originalLink';
import { findFrontMatter } from '../article/frontMatterBlock';
import { articleOf } from '../article/readArticle';
import { readFrontMatter } from '../article/readFrontMatter';
import { headImage } from './headImage';
import { ImageList } from './imageList';
import type { PreparationOptions } from './preparationOptions';
import { type PreparedBody, prepareBody } from './prepareBody';
import type { PreparedArticle, PreparedHead } from './preparedArticle';
import { languageOf } from './textMeasure';

const longestBody = 8_000_000;

/**
 * Makes an article ready for the preview. Places are UTF-16 code units of the document. `trees` remembers pieces of
 * Markdown from one version to the next, and from a check of the same.
 */
export function prepareArticle(document: string, options: PreparationOptions, trees?: MarkdownTrees): PreparedArticle {
  const block = findFrontMatter(document);
  const { bodyStart } = block;
  const isCut = document.length - bodyStart > longestBody;
  const text = isCut ? document.slice(0, bodyStart + longestBody) : document;
  const images = new ImageList(options);
  const frontMatter = readFrontMatter(text, block);
  const image = headImage(text, images, options);
  const kind = bodyKind(text, bodyStart);
  const body = prepareBody(text, bodyStart, kind, images, options, trees);
  const stamp = { path: options.path, size: 0, mtime: 0 };
  // Without the body, which is read already.
  const entry = articleOf(text.slice(0, bodyStart), stamp, 'head', options.reading, block, frontMatter);
  const limited = body.limited ?? (isCut ? 'cut' : undefined);
  const head = headOf(entry, body.heading, body.originalLink ?? writtenOriginal(text, bodyStart));
  // A body of links, or of next to nothing, says less of its language than the title.
  const language = body.language ?? (head.titleFrom === 'fileName' ? undefined : languageOf(head.title));
  return {
    head: {
      ...head,
      ...(image === undefined ? {} : { image }),
      ...(frontMatter.fault === undefined ? {} : { fault: frontMatter.fault }),
    },
    kind,
    html: body.html,
    images: images.images,
    links: body.links,
    blocked: body.blocked,
    statistics: body.statistics,
    ...(language === undefined ? {} : { language }),
    ...(limited === undefined ? {} : { limited }),
  };
}

/** What front matter says, and the body where that is silent. */
function headOf(entry: ArticleEntry, heading: PreparedBody['heading'], original: string | undefined): PreparedHead {
  const isNamedByBody = entry.titleFrom === 'fileName' && heading !== undefined;
  const source = entry.source ?? sourceOfBodyLink(original);
  const link = entry.link ?? original;
  return {
    title: isNamedByBody ? heading : entry.title,
    titleFrom: isNamedByBody ? 'heading' : entry.titleFrom,
    date: entry.date,
    categories: entry.categories,
    ...(source === undefined ? {} : { source: source.text }),
    ...(entry.author === undefined ? {} : { author: entry.author }),
    ...(link === undefined ? {} : { link }),
  };
}
