import { EntryUnpacker } from '../core/archive/packedEntries';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { ArticleReader, ReadBatch, ReadingDepth, UnreadableFile } from '../core/article/articleReader';
import type { MarkdownTrees } from '../core/article/body/markdownTrees';
import type { ReadingRules } from '../core/article/readingRules';
import type { FileStamp } from '../core/host/archiveFiles';
import type { Log } from '../core/host/log';
import { runFileJobs } from './fileJobs';
import type { WorkerPool } from './workerPool';

const filesPerJob: Readonly<Record<ReadingDepth, number>> = { head: 256, whole: 16 };

/** What somebody who saves a file waits for: sooner done here than a thread is started. */
const fewFiles = 2;
const smallFile = 256 * 1024;

type Request = Readonly<{ depth: ReadingDepth; rules: ReadingRules; signal: AbortSignal }>;

/** Reads articles in the pool's threads, and a few small ones at once on this one, as `inline` does. */
export class WorkerArticleReader implements ArticleReader {
  readonly #root: string;
  readonly #pool: WorkerPool;
  readonly #log: Log;
  readonly #inline: ArticleReader;
  readonly #unpacker = new EntryUnpacker();

  constructor(root: string, pool: WorkerPool, inline: ArticleReader, log: Log) {
    this.#root = root;
    this.#pool = pool;
    this.#log = log;
    this.#inline = inline;
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
    const results = await runFileJobs<ReadBatch>(files, {
      filesPerJob: filesPerJob[depth],
      threads: depth === 'head' ? this.#pool.size : this.#pool.background,
      log: this.#log,
      run: (job) => this.#read(job, { depth, rules, signal }),
      failed: ({ path }, detail) => ({ articles: [], unreadable: [{ path, reason: 'cannotRead', detail }] }),
    });
    return joined(results);
  }

  readText(text: string, stamp: FileStamp, rules: ReadingRules, trees?: MarkdownTrees): Promise<ArticleEntry> {
    if (text.length <= smallFile) return this.#inline.readText(text, stamp, rules, trees);
    return this.#readLong(text, stamp, rules);
  }

  async #readLong(text: string, stamp: FileStamp, rules: ReadingRules): Promise<ArticleEntry> {
    let entry: ArticleEntry | undefined;
    await this.#pool.run(
      { kind: 'readText', text, stamp, rules },
      (part) => {
        if (part.kind === 'articles') [entry] = new EntryUnpacker().unpack(part.packed) ?? [];
      },
      new AbortController().signal,
    );
    if (entry === undefined) throw new Error('The parse worker is of another version: reload the window.');
    return entry;
  }

  async #read(files: readonly FileStamp[], { depth, rules, signal }: Request): Promise<ReadBatch> {
    const articles: ArticleEntry[] = [];
    const unreadable: UnreadableFile[] = [];
    let isDamaged = false;
    // Callers hand over entries too, which hold much that the thread has no use for.
    const stamps = files.map(({ path, size, mtime }) => ({ path, size, mtime }));
    await this.#pool.run(
      { kind: 'read', root: this.#root, files: stamps, depth, rules },
      (part) => {
        if (part.kind !== 'articles') return;
        const entries = this.#unpacker.unpack(part.packed);
        if (entries === undefined) isDamaged = true;
        else articles.push(...entries);
        unreadable.push(...part.unreadable);
      },
      signal,
    );
    if (isDamaged) throw new Error('The parse worker is of another version: reload the window.');
    return { articles, unreadable };
  }
}

function joined(results: readonly ReadBatch[]): ReadBatch {
  const only = results[0];
  if (results.length === 1 && only !== undefined) return only;
  return {
    articles: results.flatMap((result) => result.articles),
    unreadable: results.flatMap((result) => result.unreadable),
  };
}
