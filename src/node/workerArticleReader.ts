import { InlineArticleReader } from '../core/archive/inlineArticleReader';
import { EntryUnpacker } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { ReadingRules } from '../core/article/readingRules';
import type { ArchiveFiles, FileStamp } from '../core/host/archiveFiles';
import type { ArticleReader, ReadBatch, ReadingDepth, UnreadableFile } from '../core/host/articleReader';
import type { Log } from '../core/host/log';
import { ThreadEnded } from './parseThread';
import type { WorkerPool } from './workerPool';

/** So many that messages cost little beside the reading, so few that all threads finish at about the same time. */
const filesPerJob: Readonly<Record<ReadingDepth, number>> = { head: 512, whole: 64 };

/** What somebody who saves a file waits for: sooner done here than a thread is started. */
const fewFiles = 2;
const smallFile = 256 * 1024;

type Request = Readonly<{ depth: ReadingDepth; rules: ReadingRules; signal: AbortSignal }>;

/** Reads articles in the pool's threads, and a few small ones at once on this one. */
export class WorkerArticleReader implements ArticleReader {
  readonly #root: string;
  readonly #pool: WorkerPool;
  readonly #log: Log;
  readonly #inline: ArticleReader;
  readonly #unpacker = new EntryUnpacker();

  constructor(root: string, pool: WorkerPool, files: ArchiveFiles, log: Log) {
    this.#root = root;
    this.#pool = pool;
    this.#log = log;
    this.#inline = new InlineArticleReader(files);
  }

  async read(
    files: readonly FileStamp[],
    depth: ReadingDepth,
    rules: ReadingRules,
    signal: AbortSignal,
  ): Promise<ReadBatch> {
    signal.throwIfAborted();
    if (files.length <= fewFiles && files.every((file) => file.size <= smallFile)) {
      return this.#inline.read(files, depth, rules, signal);
    }
    const results: ReadBatch[] = [];
    const jobs = [...chunks(files, filesPerJob[depth])].entries();
    // One job in every thread and no more, so that a reader with much to do leaves room for the others.
    const worker = async (): Promise<void> => {
      for (const [index, job] of jobs) results[index] = await this.#readTwice(job, { depth, rules, signal });
    };
    await Promise.all(Array.from({ length: this.#pool.size }, worker));
    return joined(results);
  }

  async #readTwice(files: readonly FileStamp[], request: Request): Promise<ReadBatch> {
    try {
      return await this.#readOnce(files, request);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      this.#log.warn(`A parse worker ended (${error.message}); its ${files.length} files are read again.`);
    }
    try {
      return await this.#readOnce(files, request);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
    }
    const results: ReadBatch[] = [];
    for (const file of files) results.push(await this.#readAlone(file, request));
    return joined(results);
  }

  async #readAlone(file: FileStamp, request: Request): Promise<ReadBatch> {
    try {
      return await this.#readOnce([file], request);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      const detail = `reading it ended the parse worker: ${error.message}`;
      return { articles: [], unreadable: [{ path: file.path, reason: 'cannotRead', detail }] };
    }
  }

  async #readOnce(files: readonly FileStamp[], { depth, rules, signal }: Request): Promise<ReadBatch> {
    const articles: ArticleEntry[] = [];
    const unreadable: UnreadableFile[] = [];
    const packed: string[] = [];
    // Callers hand over entries too, which hold much that the thread has no use for.
    const stamps = files.map(({ path, size, mtime }) => ({ path, size, mtime }));
    await this.#pool.run(
      { kind: 'read', root: this.#root, files: stamps, depth, rules },
      (part) => {
        if (part.kind !== 'articles') return;
        packed.push(part.packed);
        unreadable.push(...part.unreadable);
      },
      signal,
    );
    for (const line of packed) {
      const entries = this.#unpacker.unpack(line);
      if (entries === undefined) throw new Error('The parse worker is of another version: reload the window.');
      articles.push(...entries);
    }
    return { articles, unreadable };
  }
}

function* chunks<T>(items: readonly T[], size: number): Generator<readonly T[], void> {
  for (let at = 0; at < items.length; at += size) yield items.slice(at, at + size);
}

function joined(results: readonly ReadBatch[]): ReadBatch {
  const only = results[0];
  if (results.length === 1 && only !== undefined) return only;
  return {
    articles: results.flatMap((result) => result.articles),
    unreadable: results.flatMap((result) => result.unreadable),
  };
}
