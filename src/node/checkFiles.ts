import { packEntries } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import { LineIndex } from '../core/article/lineIndex';
import type { UnreadableFile } from '../core/host/articleReader';
import { ArticleChecks, lookUpFiles } from '../core/problems/articleChecks';
import type { CheckedArticle } from '../core/problems/checkedArticle';
import type { CheckDetail, DetailedFile } from '../core/problems/detailedFile';
import type { WorkerJob } from '../protocol/workerMessages';
import { NodeLocalFiles } from './nodeLocalFiles';
import { readArticleText } from './readArticleFile';

type CheckJob = Extract<WorkerJob, { kind: 'check' }>;

/** Checks files of archives; keeps what it made of the settings for the next job with the same ones. */
export class FileChecks {
  #settings = '';
  #checks: ArticleChecks | undefined;

  async check({ root, files, settings, knowledge, detail }: CheckJob): Promise<{
    readonly articles: readonly DetailedFile[];
    readonly packed: string;
    readonly unreadable: readonly UnreadableFile[];
  }> {
    const checks = this.#checksFor(settings);
    const known = new Map(knowledge);
    const unreadable: UnreadableFile[] = [];
    const articles: CheckedArticle[] = [];
    for (const { path } of files) {
      const text = readArticleText(root, path);
      if (typeof text === 'string') articles.push(checks.article(path, text, known.get(path) ?? {}));
      else unreadable.push(text);
    }
    const localPaths = await lookUpFiles(articles, new NodeLocalFiles(root));
    return {
      articles: articles.map((article, index) => checkedFile(article, localPaths[index] ?? [], checks, detail)),
      packed: detail.entries ? packEntries(articles.map(entryOf)) : '',
      unreadable,
    };
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
  };
}

function placesOf(text: string, problems: DetailedFile['problems']): NonNullable<DetailedFile['places']> {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map(({ range }) => ({ start: lines.positionOf(range.start), end: lines.positionOf(range.end) }));
}
