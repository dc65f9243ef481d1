import type { FileStamp } from '../host/archiveFiles';
import { readArticleDate } from './articleDate';
import type { ArticleDate, ArticleEntry, BodyFacts, FrontMatterFault, SourceText } from './articleEntry';
import type { ReadingDepth } from './articleReader';
import { readLink, readSource, sourceOfBodyLink } from './articleSource';
import { type ArticleTitle, readTitle, titleField } from './articleTitle';
import { detached } from './body/attributeText';
import type { Body } from './body/body';
import type { MarkdownTrees } from './body/markdownTrees';
import { readBodyFast } from './body/readBodyFast';
import { collapse, fieldValue, nameTexts, scalarText, withLowerCaseKeys } from './fieldValue';
import { type FrontMatter, findFrontMatter } from './frontMatterBlock';
import { type FrontMatterData, readFrontMatter } from './readFrontMatter';
import type { ReadingRules } from './readingRules';

/** What front matter alone tells of an article. */
interface Head {
  readonly title: string | undefined;
  readonly source: SourceText | undefined;
  readonly author: string | undefined;
  readonly date: ArticleDate;
  readonly categories: readonly string[];
  readonly link: string | undefined;
  readonly fault: FrontMatterFault | undefined;
}

/** Reads a whole file as an article. `head` looks at the body only for a title or a source that front matter lacks. */
export function readArticle(
  text: string,
  stamp: FileStamp,
  depth: ReadingDepth,
  rules: ReadingRules,
  trees?: MarkdownTrees,
): ArticleEntry {
  const block = findFrontMatter(text);
  const readBody = (): Body => readBodyFast(text, block.bodyStart, undefined, trees).body;
  return articleOf(text, stamp, depth, rules, block, readFrontMatter(text, block), readBody);
}

/** The same where the front matter is read already, and perhaps the body. */
export function articleOf(
  text: string,
  stamp: FileStamp,
  depth: ReadingDepth,
  rules: ReadingRules,
  block: FrontMatter,
  frontMatter: FrontMatterData,
  readBody: () => Body = () => readBodyFast(text, block.bodyStart).body,
): ArticleEntry {
  const head = readHead(frontMatter, stamp.path, rules);
  if (depth === 'head' && head.title !== undefined && head.source !== undefined) return entryOf(stamp, head, undefined);
  return entryOf(stamp, head, readBody());
}

/** Reads an article from its file's first characters alone; undefined where they do not tell enough. */
export function readArticleHead(text: string, stamp: FileStamp, rules: ReadingRules): ArticleEntry | undefined {
  const block = findFrontMatter(text);
  // A fence at the very end of what is here may go on in what is not.
  if (block.kind === 'none' || !block.closed || block.bodyStart >= text.length) return undefined;
  const head = readHead(readFrontMatter(text, block), stamp.path, rules);
  return head.title === undefined || head.source === undefined ? undefined : entryOf(stamp, head, undefined);
}

function readHead(read: FrontMatterData, path: string, rules: ReadingRules): Head {
  const data = withLowerCaseKeys(read.data);
  const link = readLink(data, rules.linkFields);
  const authors = nameTexts(data, 'author');
  return {
    title: titleField(data),
    source: readSource(data, rules.sourceFields, link),
    author: authors.length > 1 ? authors.join(', ') : authors[0],
    date: readArticleDate(data, path, rules.dateFields, rules.timeZone),
    categories: readCategories(data),
    link,
    fault: read.fault,
  };
}

function entryOf(stamp: FileStamp, head: Head, body: Body | undefined): ArticleEntry {
  const { title, titleFrom }: ArticleTitle = readTitle(head.title, body?.heading, stamp.path);
  const source = head.source ?? sourceOfBodyLink(body?.originalLink);
  const link = head.link ?? body?.originalLink;
  // Spreading the optional ones in would take longer than all of the reading.
  const entry: { -readonly [K in keyof ArticleEntry]: ArticleEntry[K] } = {
    path: stamp.path,
    size: stamp.size,
    mtime: stamp.mtime,
    title: kept(title),
    titleFrom,
    date: keptDate(head.date),
    categories: head.categories.map(kept),
  };
  if (source !== undefined) entry.source = { text: kept(source.text), from: source.from };
  if (head.author !== undefined) entry.author = kept(head.author);
  if (link !== undefined) entry.link = kept(link);
  if (head.fault !== undefined) entry.fault = head.fault;
  if (body !== undefined) entry.body = factsOf(body);
  return entry;
}

function keptDate(date: ArticleDate): ArticleDate {
  if (date.kind === 'missing') return date;
  const text = kept(date.text);
  if (date.kind === 'unreadable') return { kind: 'unreadable', text };
  return { kind: 'read', text, time: date.time, precision: date.precision, from: date.from };
}

function factsOf(body: Body): BodyFacts {
  return { words: body.words, characters: body.characters, images: body.pictures, links: body.links.length };
}

/** Far longer than any title or name; a file that is all one field must not fill the index. */
const longestKept = 2000;

/** A piece of text that no longer holds the document it was cut from in memory. */
function kept(text: string): string {
  return detached(text.length > longestKept ? `${text.slice(0, longestKept)}…` : text);
}

const fields = ['categories', 'category', 'tags'];
/** More than this is no list of categories. */
const mostCategories = 200;
const deepest = 8;

/** The categories of an article, from the first of its fields that holds any; lists within lists are laid flat. */
function readCategories(data: Readonly<Record<string, unknown>>): readonly string[] {
  for (const field of fields) {
    const found = new Set<string>();
    const value = fieldValue(data, field);
    collect(typeof value === 'string' ? value.split(/[,，、]/) : value, found, 0);
    if (found.size > 0) return [...found];
  }
  return [];
}

function collect(value: unknown, found: Set<string>, depth: number): void {
  if (found.size >= mostCategories || depth > deepest) return;
  if (Array.isArray(value)) {
    for (const item of value) collect(item, found, depth + 1);
    return;
  }
  const text = typeof value === 'string' ? collapse(value) : scalarText(value);
  if (text !== undefined && text !== '') found.add(text);
}
