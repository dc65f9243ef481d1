import type { ArticleEntry } from '../article/articleEntry';
import { readArticle } from '../article/readArticle';
import type { ArchiveFiles, FileStamp } from '../host/archiveFiles';
import type { ArticleReader, ReadingDepth } from '../host/articleReader';
import type { IndexCache } from '../host/indexCache';
import type { Log } from '../host/log';
import type { ArchiveConfig } from './archiveConfig';
import type { ArchiveIndex } from './archiveIndex';
import { Limit } from './limit';
import { pathMatcher } from './pathFilter';
import { Requests } from './requests';
import { unreadableEntry } from './unreadableEntry';

/** Raise it whenever entries of the same file would come out differently, so that old caches are not used. */
const readingVersion = 1;

const readBatchSize = 512;
/** Enough that every worker always has a batch waiting. */
const readsAtOnce = 6;

export interface IndexProgress {
  readonly done: number;
  readonly found: number;
}

export interface IndexerPorts {
  readonly files: ArchiveFiles;
  readonly reader: ArticleReader;
  readonly cache: IndexCache;
  readonly log: Log;
}

/** Keeps an index true to its archive's files, and to the text of open documents where they differ. */
export class Indexer {
  readonly #ports: IndexerPorts;
  readonly #index: ArchiveIndex;
  readonly #config: ArchiveConfig;
  readonly #isArticle: (path: string) => boolean;
  readonly #requests = new Requests();
  /** Paths whose open document has text of its own: it counts, not the file. */
  readonly #buffers = new Set<string>();

  constructor(ports: IndexerPorts, index: ArchiveIndex, config: ArchiveConfig) {
    this.#ports = ports;
    this.#index = index;
    this.#config = config;
    this.#isArticle = pathMatcher(config.filter).file;
  }

  /** Whether the archive's configuration counts a file at this path as an article. */
  isArticle(path: string): boolean {
    return this.#isArticle(path);
  }

  /** Lists the whole archive and reads what the cache does not know yet. What was found stays when cancelled. */
  indexAll(signal: AbortSignal, onProgress: (progress: IndexProgress) => void): Promise<void> {
    return this.#requests.run(async (request) => {
      const cached = this.#loadCache(signal);
      const seen = new Set<string>();
      const reads = new Limit(readsAtOnce);
      let done = 0;
      let unread: FileStamp[] = [];
      const report = (count: number): void => {
        done += count;
        onProgress({ done, found: seen.size });
      };
      const readUnread = async (): Promise<void> => {
        const batch = unread;
        unread = [];
        await reads.add(async () => {
          await this.#read(batch, 'head', signal, request);
          report(batch.length);
        });
      };

      for await (const batch of this.#ports.files.list(this.#config.filter, '', signal)) {
        const known = await cached;
        const unchanged: ArticleEntry[] = [];
        for (const stamp of batch) {
          seen.add(stamp.path);
          const entry = known.get(stamp.path);
          if (entry !== undefined && entry.size === stamp.size && entry.mtime === stamp.mtime) unchanged.push(entry);
          else unread.push(stamp);
          if (unread.length >= readBatchSize) await readUnread();
        }
        this.#put(unchanged, request);
        report(unchanged.length);
      }
      if (unread.length > 0) await readUnread();
      await reads.idle();
      signal.throwIfAborted();
      const gone = [...this.#index.paths()].filter((path) => !seen.has(path));
      this.#remove(gone, request);
    });
  }

  /** Adds what only the bodies can tell to every entry that lacks it. */
  readBodies(signal: AbortSignal, onProgress: (progress: IndexProgress) => void): Promise<void> {
    return this.#requests.run(async (request) => {
      const lacking = [...this.#index.entries()].filter((entry) => entry.body === undefined && !isUnreadable(entry));
      const reads = new Limit(readsAtOnce);
      let done = 0;
      for (let at = 0; at < lacking.length && !signal.aborted; at += readBatchSize) {
        const batch = lacking.slice(at, at + readBatchSize);
        await reads.add(async () => {
          await this.#read(batch, 'whole', signal, request);
          done += batch.length;
          onProgress({ done, found: lacking.length });
        });
      }
      await reads.idle();
    });
  }

  /** Reads again what may have changed on disk: files, or folders with all that is in them. */
  update(paths: readonly string[], signal: AbortSignal): Promise<void> {
    return this.#requests.run(async (request) => {
      this.#requests.claim(paths, request);
      const found = await this.#ports.files.stat(paths);
      const files = found.files.filter((stamp) => this.#isArticle(stamp.path));
      for (const folder of found.folders) {
        for await (const batch of this.#ports.files.list(this.#config.filter, folder, signal)) files.push(...batch);
      }
      const present = new Set(files.map((stamp) => stamp.path));
      this.#requests.claim(present, request);
      const gone = [...paths, ...this.#below(paths)].filter((path) => !present.has(path));
      this.#remove(gone, request);
      for (let at = 0; at < files.length; at += readBatchSize) {
        await this.#read(files.slice(at, at + readBatchSize), 'whole', signal, request);
      }
    });
  }

  /** From now on the text of an open document counts instead of its file's. */
  readBuffer(path: string, text: string): void {
    if (!this.#isArticle(path)) return;
    this.#buffers.add(path);
    const { size, mtime } = this.#index.get(path) ?? { size: 0, mtime: 0 };
    this.#index.apply([readArticle(text, { path, size, mtime }, 'whole', this.#config.rules)]);
  }

  /** Goes back to the file once its document has no text of its own any more. */
  async releaseBuffer(path: string, signal: AbortSignal): Promise<void> {
    if (this.#buffers.delete(path)) await this.update([path], signal);
  }

  async saveCache(): Promise<void> {
    const fromFiles = [...this.#index.entries()].filter((entry) => !this.#buffers.has(entry.path));
    await this.#ports.cache.save(this.#fingerprint(), fromFiles);
  }

  async #loadCache(signal: AbortSignal): Promise<ReadonlyMap<string, ArticleEntry>> {
    const known = new Map<string, ArticleEntry>();
    for await (const batch of this.#ports.cache.load(this.#fingerprint(), signal)) {
      for (const entry of batch) known.set(entry.path, entry);
    }
    return known;
  }

  #fingerprint(): string {
    return JSON.stringify([readingVersion, this.#config.rules]);
  }

  async #read(files: readonly FileStamp[], depth: ReadingDepth, signal: AbortSignal, request: number): Promise<void> {
    if (files.length === 0 || signal.aborted) return;
    const { articles, unreadable } = await this.#ports.reader.read(files, depth, this.#config.rules, signal);
    if (signal.aborted) return;
    const stamps = new Map(files.map((stamp) => [stamp.path, stamp]));
    const faulty = unreadable.flatMap((file) => {
      this.#ports.log.warn(`${file.path}: ${file.detail}`);
      const stamp = stamps.get(file.path);
      return stamp === undefined ? [] : [unreadableEntry(stamp, file.reason)];
    });
    this.#put([...articles, ...faulty], request);
  }

  #put(entries: readonly ArticleEntry[], request: number): void {
    const current = entries.filter((entry) => this.#isCurrent(entry.path, request));
    if (current.length > 0) this.#index.apply(current);
  }

  #remove(paths: readonly string[], request: number): void {
    const current = paths.filter((path) => this.#isCurrent(path, request));
    if (current.length > 0) this.#index.apply([], current);
  }

  #isCurrent(path: string, request: number): boolean {
    return !this.#buffers.has(path) && this.#requests.isCurrent(path, request);
  }

  /** One pass over the index for any number of folders. */
  #below(folders: readonly string[]): readonly string[] {
    const wanted = new Set(folders.filter((path) => !this.#isArticle(path)));
    if (wanted.size === 0) return [];
    return [...this.#index.paths()].filter((path) => {
      for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
        if (wanted.has(path.slice(0, slash))) return true;
      }
      return false;
    });
  }
}

function isUnreadable(entry: ArticleEntry): boolean {
  return entry.fault === 'notUtf8' || entry.fault === 'cannotRead';
}
