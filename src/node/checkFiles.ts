import { packEntries } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { UnreadableFile } from '../core/article/articleReader';
import type { MarkdownTrees } from '../core/article/body/markdownTrees';
import { readBodyFast } from '../core/article/body/readBodyFast';
import { remoteImages } from '../core/images/remote/remoteAddresses';
import type { CheckedText } from '../core/problems/articleChecker';
import { ArticleChecks, lookUpFiles } from '../core/problems/articleChecks';
import { type ArticleFixes, articleFixes, editorText } from '../core/problems/articleFixes';
import type { CheckedArticle } from '../core/problems/checkedArticle';
import type { CheckDetail, DetailedFile } from '../core/problems/detailedFile';
import { LineIndex } from '../core/text/lineIndex';
import type { WorkerJob } from '../protocol/workerMessages';
import { NodeLocalFiles } from './nodeLocalFiles';
import { readArticleText } from './readArticleFile';

type CheckJob = Extract<WorkerJob, { kind: 'check' }>;
type CheckTextJob = Extract<WorkerJob, { kind: 'checkText' }>;
type FixJob = Extract<WorkerJob, { kind: 'fix' }>;

interface ReadFile {
  readonly index: number;
  readonly article: CheckedArticle;
}

/** Checks files of archives; keeps what it made of the settings for the next job with the same ones. */
export class FileChecks {
  readonly #begin: (file: number) => void;
  #settings = '';
  #checks: ArticleChecks | undefined;

  /** `begin` is told which of a job's files is worked on. */
  constructor(begin: (file: number) => void) {
    this.#begin = begin;
  }

  async check({ root, files, settings, knowledge, detail }: CheckJob): Promise<{
    readonly articles: readonly DetailedFile[];
    readonly packed: string;
    readonly unreadable: readonly UnreadableFile[];
  }> {
    const checks = this.#checksFor(settings);
    const { found, unreadable } = this.#read({ root, files, knowledge }, checks, (text) => text);
    const articles = found.map(({ article }) => article);
    const localPaths = await lookUpFiles(articles, new NodeLocalFiles(root));
    return {
      articles: found.map(({ index, article }, at) => {
        this.#begin(index);
        return checkedFile(article, localPaths[at] ?? [], checks, detail);
      }),
      packed: detail.entries ? packEntries(articles.map(entryOf)) : '',
      unreadable,
    };
  }

  /** `trees` remembers the text from one check to the next. */
  async checkText(
    { root, path, text, settings, knowledge, detail }: CheckTextJob,
    trees: MarkdownTrees,
  ): Promise<CheckedText> {
    const checks = this.#checksFor(settings);
    const article = checks.article(
      path,
      text,
      knowledge,
      (whole, start) => readBodyFast(whole, start, undefined, trees).body,
    );
    const [localPaths = []] = await lookUpFiles([article], new NodeLocalFiles(root));
    return { ...checkedFile(article, localPaths, checks, detail), body: article.body };
  }

  async fix({ root, files, settings, knowledge, selection }: FixJob): Promise<{
    readonly articles: readonly ArticleFixes[];
    readonly unreadable: readonly UnreadableFile[];
  }> {
    const checks = this.#checksFor(settings);
    const { found, unreadable } = this.#read({ root, files, knowledge }, checks, editorText);
    const articles = found.map(({ article }) => article);
    await lookUpFiles(articles, new NodeLocalFiles(root));
    const fixes = found.flatMap(({ index, article }) => {
      this.#begin(index);
      return articleFixes(article, checks, selection) ?? [];
    });
    return { articles: fixes, unreadable };
  }

  #read(
    { root, files, knowledge }: Pick<CheckJob, 'root' | 'files' | 'knowledge'>,
    checks: ArticleChecks,
    asChecked: (text: string) => string,
  ): { readonly found: readonly ReadFile[]; readonly unreadable: readonly UnreadableFile[] } {
    const known = new Map(knowledge);
    const unreadable: UnreadableFile[] = [];
    const found: ReadFile[] = [];
    for (const [index, { path }] of files.entries()) {
      this.#begin(index);
      const text = readArticleText(root, path);
      if (typeof text !== 'string') unreadable.push(text);
      else found.push({ index, article: checks.article(path, asChecked(text), known.get(path) ?? {}) });
    }
    return { found, unreadable };
  }

  #checksFor(settings: string): ArticleChecks {
    if (this.#checks === undefined || this.#settings !== settings) {
      this.#settings = settings;
      this.#checks = new ArticleChecks(JSON.parse(settings));
    }
    return this.#checks;
  }
}

/** The entry with what only the body tells, which is read by now. */
function entryOf({ entry, body }: CheckedArticle): ArticleEntry {
  return entry.link === undefined && body.originalLink !== undefined ? { ...entry, link: body.originalLink } : entry;
}

function checkedFile(
  article: CheckedArticle,
  localPaths: readonly string[],
  checks: ArticleChecks,
  detail: CheckDetail,
): DetailedFile {
  if (detail.remoteImages === 'only') {
    return { path: article.path, problems: [], localPaths, remoteImages: remoteImages(article) };
  }
  const fixed = detail.fix ? checks.fix(article) : undefined;
  const isChanged = fixed !== undefined && fixed.text !== article.text;
  const checked = isChanged ? article.withText(fixed.text) : article;
  const problems = checks.problems(checked);
  return {
    path: article.path,
    problems,
    localPaths,
    ...(detail.places ? { places: placesOf(checked.text, problems) } : {}),
    ...(isChanged ? { fixed: { ...fixed, before: article.text } } : {}),
    ...(detail.remoteImages === 'also' ? { remoteImages: remoteImages(checked) } : {}),
  };
}

function placesOf(text: string, problems: DetailedFile['problems']): NonNullable<DetailedFile['places']> {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map(({ range }) => ({ start: lines.positionOf(range.start), end: lines.positionOf(range.end) }));
}
