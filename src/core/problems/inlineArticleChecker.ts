import { articleText } from '../archive/articleText';
import type { ArchiveFiles, FileStamp } from '../host/archiveFiles';
import type { ArticleChecker, CheckedBatch, CheckedFile } from '../host/articleChecker';
import type { UnreadableFile } from '../host/articleReader';
import type { LocalFiles } from '../host/localFiles';
import { ArticleChecks, lookUpFiles } from './articleChecks';
import type { CheckSettings } from './checkSettings';
import type { ArticleKnowledge } from './knowledge';

const readsAtOnce = 16;
/** A frame: what a host can miss without anybody seeing it. */
const longestTurn = 12;

/** Checks articles on this thread, where there are no workers. */
export class InlineArticleChecker implements ArticleChecker {
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
  ): Promise<CheckedBatch> {
    const checks = new ArticleChecks(settings);
    const articles: CheckedFile[] = [];
    const unreadable: UnreadableFile[] = [];
    let turnStart = performance.now();
    const queue = files.values();
    const checkInTurn = async (): Promise<void> => {
      for (const { path } of queue) {
        signal.throwIfAborted();
        const text = await articleText(this.#files, path);
        if (typeof text !== 'string') {
          unreadable.push(text);
          continue;
        }
        const article = checks.article(path, text, knowledge.get(path) ?? {});
        const [localPaths = []] = await lookUpFiles([article], this.#localFiles);
        signal.throwIfAborted();
        if (performance.now() - turnStart > longestTurn) {
          await new Promise((resolve) => setTimeout(resolve));
          turnStart = performance.now();
        }
        articles.push({ path, problems: checks.problems(article), localPaths });
      }
    };
    await Promise.all(Array.from({ length: readsAtOnce }, checkInTurn));
    return { articles, unreadable };
  }
}
