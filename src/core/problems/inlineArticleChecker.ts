import { articleDocument } from '../archive/articleDocument';
import type { UnreadableFile } from '../article/articleReader';
import type { ArchiveFiles, FileStamp } from '../host/archiveFiles';
import type { LocalFiles } from '../host/localFiles';
import { remoteImages } from '../images/remote/remoteAddresses';
import { TimeSlice } from '../text/timeSlice';
import type { ArticleChecker, CheckedBatch, FixedBatch } from './articleChecker';
import { ArticleChecks, lookUpFiles } from './articleChecks';
import { articleFixes, editorText } from './articleFixes';
import type { CheckedArticle } from './checkedArticle';
import type { CheckSettings } from './checkSettings';
import type { FixSelection } from './fixAll';
import type { ArticleKnowledge } from './knowledge';
import type { ListedImages, RemoteImageLister } from './remoteImageLister';

const readsAtOnce = 16;

/** Checks articles on this thread, where there are no workers. */
export class InlineArticleChecker implements ArticleChecker, RemoteImageLister {
  readonly #files: ArchiveFiles;
  readonly #localFiles: LocalFiles | undefined;

  /** Without `localFiles` nothing is said of images that are not there. */
  constructor(files: ArchiveFiles, localFiles?: LocalFiles) {
    this.#files = files;
    this.#localFiles = localFiles;
  }

  async check(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    withImages = false,
  ): Promise<CheckedBatch> {
    const checks = new ArticleChecks(settings);
    const prepare = (path: string, text: string) => checks.article(path, text, knowledge.get(path) ?? {});
    const { results, unreadable } = await this.#each(files, prepare, signal, (article, localPaths) => ({
      path: article.path,
      problems: checks.problems(article),
      localPaths,
      ...(withImages ? { remoteImages: remoteImages(article) } : {}),
    }));
    return { articles: results, unreadable };
  }

  async remoteImages(
    files: readonly FileStamp[],
    settings: CheckSettings,
    signal: AbortSignal,
  ): Promise<readonly ListedImages[]> {
    const checks = new ArticleChecks(settings);
    const prepare = (path: string, text: string) => checks.article(path, text, {});
    const { results } = await this.#each(files, prepare, signal, (article) => {
      const found = remoteImages(article);
      return found.length === 0 ? undefined : { path: article.path, remoteImages: found };
    });
    return results;
  }

  async fix(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    selection?: FixSelection,
  ): Promise<FixedBatch> {
    const checks = new ArticleChecks(settings);
    const prepare = (path: string, text: string) => checks.article(path, editorText(text), knowledge.get(path) ?? {});
    const { results, unreadable } = await this.#each(files, prepare, signal, (article) =>
      articleFixes(article, checks, selection),
    );
    return { articles: results, unreadable };
  }

  /** What is made of each article, nothing left out but what cannot be read and what nothing was made of. */
  async #each<T>(
    files: readonly FileStamp[],
    prepare: (path: string, text: string) => CheckedArticle,
    signal: AbortSignal,
    make: (article: CheckedArticle, localPaths: readonly string[]) => T | undefined,
  ): Promise<{ readonly results: readonly T[]; readonly unreadable: readonly UnreadableFile[] }> {
    const results: T[] = [];
    const unreadable: UnreadableFile[] = [];
    const slice = new TimeSlice(signal);
    const queue = files.values();
    const checkInTurn = async (): Promise<void> => {
      for (const { path } of queue) {
        signal.throwIfAborted();
        const text = await articleDocument(this.#files, path);
        if (typeof text !== 'string') {
          unreadable.push(text);
          continue;
        }
        const article = prepare(path, text);
        const [localPaths = []] = await lookUpFiles([article], this.#localFiles);
        await slice.yield();
        const result = make(article, localPaths);
        if (result !== undefined) results.push(result);
      }
    };
    await Promise.all(Array.from({ length: readsAtOnce }, checkInTurn));
    return { results, unreadable };
  }
}
