import { EntryUnpacker } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { UnreadableFile } from '../core/article/articleReader';
import type { FileStamp } from '../core/host/archiveFiles';
import type { Log } from '../core/host/log';
import type { ArticleChecker, CheckedBatch, CheckedText, FixedBatch } from '../core/problems/articleChecker';
import type { ArticleFixes } from '../core/problems/articleFixes';
import type { CheckSettings } from '../core/problems/checkSettings';
import type { CheckDetail, DetailedFile } from '../core/problems/detailedFile';
import type { FixSelection } from '../core/problems/fixAll';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import type { ListedImages, RemoteImageLister } from '../core/problems/remoteImageLister';
import { runFileJobs } from './fileJobs';
import type { WorkerPool } from './workerPool';

/** So few that an article somebody looks at does not wait long for a thread. */
const filesPerJob = 16;
const nothingMore: CheckDetail = { places: false, fix: false, entries: false };
const justImages: CheckDetail = { ...nothingMore, remoteImages: 'only' };

/** Checked articles with what was asked for beside their problems. */
export interface DetailedBatch extends CheckedBatch {
  readonly articles: readonly DetailedFile[];
  /** What an index would hold of them, where that was asked for. */
  readonly entries: readonly ArticleEntry[];
}

/** Checks articles in the pool's threads. */
export class WorkerArticleChecker implements ArticleChecker, RemoteImageLister {
  readonly #root: string;
  readonly #pool: WorkerPool;
  readonly #log: Log;
  readonly #unpacker = new EntryUnpacker();

  constructor(root: string, pool: WorkerPool, log: Log) {
    this.#root = root;
    this.#pool = pool;
    this.#log = log;
  }

  check(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    remoteImages = false,
  ): Promise<CheckedBatch> {
    const detail: CheckDetail = remoteImages ? { ...nothingMore, remoteImages: 'also' } : nothingMore;
    return this.checkInDetail(files, settings, knowledge, detail, signal);
  }

  async checkText(
    text: string,
    path: string,
    settings: CheckSettings,
    knowledge: ArticleKnowledge,
    remoteImages: boolean,
  ): Promise<CheckedText> {
    const detail: CheckDetail = remoteImages ? { ...nothingMore, remoteImages: 'also' } : nothingMore;
    const given = { root: this.#root, path, text, settings: JSON.stringify(settings), knowledge, detail };
    let checked: CheckedText | undefined;
    await this.#pool.run(
      { kind: 'checkText', ...given },
      (part) => {
        if (part.kind === 'checkedText') checked = part.article;
      },
      new AbortController().signal,
    );
    if (checked === undefined) throw new Error('The parse worker is of another version: reload the window.');
    return checked;
  }

  async remoteImages(
    files: readonly FileStamp[],
    settings: CheckSettings,
    signal: AbortSignal,
  ): Promise<readonly ListedImages[]> {
    const { articles } = await this.checkInDetail(files, settings, new Map(), justImages, signal);
    return articles.flatMap(({ path, remoteImages = [] }) => (remoteImages.length > 0 ? { path, remoteImages } : []));
  }

  async fix(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    selection?: FixSelection,
  ): Promise<FixedBatch> {
    signal.throwIfAborted();
    const asText = JSON.stringify(settings);
    const run = async (job: readonly FileStamp[]): Promise<FixedBatch> => {
      const articles: ArticleFixes[] = [];
      const unreadable: UnreadableFile[] = [];
      await this.#pool.run(
        { kind: 'fix', ...this.#given(job, asText, knowledge), ...(selection === undefined ? {} : { selection }) },
        (part) => {
          if (part.kind !== 'fixes') return;
          articles.push(...part.articles);
          unreadable.push(...part.unreadable);
        },
        signal,
      );
      return { articles, unreadable };
    };
    const results = await runFileJobs<FixedBatch>(files, {
      filesPerJob,
      threads: this.#pool.size,
      log: this.#log,
      run,
      failed: ({ path }, why) => ({ articles: [], unreadable: [{ path, reason: 'cannotRead', detail: why }] }),
    });
    return {
      articles: results.flatMap(({ articles }) => articles),
      unreadable: results.flatMap(({ unreadable }) => unreadable),
    };
  }

  async checkInDetail(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    detail: CheckDetail,
    signal: AbortSignal,
  ): Promise<DetailedBatch> {
    signal.throwIfAborted();
    const asText = JSON.stringify(settings);
    const run = async (job: readonly FileStamp[]): Promise<DetailedBatch> => {
      const articles: DetailedFile[] = [];
      const entries: ArticleEntry[] = [];
      const unreadable: UnreadableFile[] = [];
      await this.#pool.run(
        {
          kind: 'check',
          ...this.#given(job, asText, knowledge),
          detail,
        },
        (part) => {
          if (part.kind !== 'checked') return;
          articles.push(...part.articles);
          if (part.packed !== '') entries.push(...this.#unpacked(part.packed));
          unreadable.push(...part.unreadable);
        },
        signal,
      );
      return { articles, entries, unreadable };
    };
    const results = await runFileJobs<DetailedBatch>(files, {
      filesPerJob,
      threads: this.#pool.background,
      log: this.#log,
      run,
      failed: ({ path }, why) => ({
        articles: [],
        entries: [],
        unreadable: [{ path, reason: 'cannotRead', detail: why }],
      }),
    });
    return {
      articles: results.flatMap(({ articles }) => articles),
      entries: results.flatMap(({ entries }) => entries),
      unreadable: results.flatMap(({ unreadable }) => unreadable),
    };
  }

  #given(files: readonly FileStamp[], settings: string, knowledge: ReadonlyMap<string, ArticleKnowledge>) {
    return {
      root: this.#root,
      // Callers hand over entries too, which hold much that the thread has no use for.
      files: files.map(({ path, size, mtime }) => ({ path, size, mtime })),
      settings,
      knowledge: files.flatMap(({ path }) => knownOf(path, knowledge)),
    };
  }

  #unpacked(packed: string): readonly ArticleEntry[] {
    const entries = this.#unpacker.unpack(packed);
    if (entries === undefined) throw new Error('The parse worker is of another version: reload the window.');
    return entries;
  }
}

/** Of most articles nothing is known beside their own text. */
function knownOf(
  path: string,
  knowledge: ReadonlyMap<string, ArticleKnowledge>,
): readonly (readonly [path: string, knowledge: ArticleKnowledge])[] {
  const known = knowledge.get(path);
  return known === undefined || Object.keys(known).length === 0 ? [] : [[path, known]];
}
