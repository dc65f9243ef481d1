import { type ArticleEntry, isUnreadable } from '../article/articleEntry';
import type { ArticleReader, ReadingDepth } from '../article/articleReader';
import type { MarkdownTrees } from '../article/body/markdownTrees';
import type { ReadingRules } from '../article/readingRules';
import type { ArchiveFiles, FileStamp } from '../host/archiveFiles';
import type { Log } from '../host/log';
import { errorText } from '../text/errorText';
import { type PathFilter, type PathMatcher, pathMatcher } from '../text/pathFilter';
import type { ArchiveIndex } from './archiveIndex';
import type { IndexCache } from './indexCache';
import { Limit } from './limit';
import { pathsBelow } from './pathsBelow';
import { readEntries } from './readEntries';
import { Requests } from './requests';

/** Raise it whenever entries of the same file would come out differently, so that old caches are not used. */
const readingVersion = 1;

const readBatchSize = 512;
/**
 * Of articles that are known already most of what is read is dropped again, soon enough to cost no more than a short-lived
 * object: what waits for others of its batch for seconds is kept for long by the garbage collector.
 */
const wholeBatchSize = 128;
const wholeReadsAtOnce = 3;
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

/** What of the configuration says which files are articles and how they are read. */
export interface IndexerConfig {
  readonly filter: PathFilter;
  readonly rules: ReadingRules;
}

/** Keeps an index true to its archive's files, and to the text of open documents where they differ. */
export class Indexer {
  readonly #ports: IndexerPorts;
  readonly #index: ArchiveIndex;
  readonly #config: IndexerConfig;
  readonly #matcher: PathMatcher;
  readonly #requests = new Requests();
  /** Paths whose open document has text of its own: it counts, not the file. With the number of its latest text. */
  readonly #buffers = new Map<string, number>();
  #lastBuffer = 0;
  readonly #trees: MarkdownTrees | undefined;
  /** What the cache knew before the first reading; nothing after it, for then the index knows. */
  #knownBefore: ReadonlyMap<string, ArticleEntry> | undefined;
  /** Stamps of the files that the last change took away: a file with the same one is the same file moved. */
  #gone: ReadonlySet<string> = new Set();

  /** `trees` remembers what was parsed of open documents. */
  constructor(ports: IndexerPorts, index: ArchiveIndex, config: IndexerConfig, trees?: MarkdownTrees) {
    this.#ports = ports;
    this.#index = index;
    this.#config = config;
    this.#trees = trees;
    this.#matcher = pathMatcher(config.filter);
  }

  /** Whether the archive's configuration counts a file at this path as an article. */
  isArticle(path: string): boolean {
    return this.#matcher.file(path);
  }

  /** Lists the whole archive and reads what neither index nor cache knows yet. What was found stays when cancelled. */
  indexAll(signal: AbortSignal, onProgress: (progress: IndexProgress) => void): Promise<void> {
    return this.#requests.run(async (request) => {
      const cached = this.#loadCache(signal).then((known) => {
        if (known.size > 0) this.#knownBefore ??= known;
        return known;
      });
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
          this.#put(await this.#read(batch, 'head', signal), request);
          report(batch.length);
        });
      };

      await reads.during(async () => {
        for await (const batch of this.#ports.files.list(this.#config.filter, '', signal)) {
          const known = await cached;
          const fromCache: ArticleEntry[] = [];
          let waiting = 0;
          for (const stamp of batch) {
            seen.add(stamp.path);
            if (this.#buffers.has(stamp.path) || isEntryOf(this.#index.get(stamp.path), stamp)) continue;
            const entry = known.get(stamp.path);
            if (isEntryOf(entry, stamp)) {
              fromCache.push(entry);
              continue;
            }
            unread.push(stamp);
            waiting++;
            if (unread.length >= readBatchSize) await readUnread();
          }
          this.#put(fromCache, request);
          report(batch.length - waiting);
        }
        if (unread.length > 0) await readUnread();
      });
      signal.throwIfAborted();
      const gone = [...this.#index.paths()].filter((path) => !seen.has(path));
      this.#put([], request, gone);
      this.#knownBefore = new Map();
    });
  }

  /**
   * Paths of those articles, just come into the index, that no reading has found before, be it elsewhere. Of what a reading
   * finds none is new where no cache says what was there: it is the first, or the cache was lost.
   */
  newOf(added: readonly ArticleEntry[]): readonly string[] {
    const before = this.#knownBefore;
    if (before === undefined) return [];
    return added.filter((entry) => !before.has(entry.path) && !this.#gone.has(stampOf(entry))).map(({ path }) => path);
  }

  /** Adds what only the bodies can tell to every entry that lacks it. */
  readBodies(signal: AbortSignal, onProgress: (progress: IndexProgress) => void): Promise<void> {
    return this.#requests.run(async (request) => {
      const lacking = [...this.#index.entries()].filter(lacksBody).map(({ path }) => path);
      const reads = new Limit(wholeReadsAtOnce);
      let done = 0;
      await reads.during(async () => {
        for (let at = 0; at < lacking.length; at += wholeBatchSize) {
          const batch = lacking.slice(at, at + wholeBatchSize);
          await reads.add(async () => {
            // Asked again, for much may have changed since.
            const still = batch.flatMap((path) => this.#index.get(path) ?? []).filter(lacksBody);
            this.#put(await this.#read(still, 'whole', signal), request);
            done += batch.length;
            onProgress({ done, found: lacking.length });
          });
        }
      });
    });
  }

  /**
   * Reads again what may have changed on disk: files, or folders with what has changed in them. `onLeft` hears how many files are
   * still to be read.
   */
  update(
    changed: readonly string[],
    signal: AbortSignal,
    onLeft: (files: number) => void = () => undefined,
  ): Promise<void> {
    const paths = changed.filter((path) => this.#matcher.file(path) || this.#matcher.folder(path));
    if (paths.length === 0) return Promise.resolve();
    return this.#requests.run(async (request) => {
      this.#requests.claim(paths, request);
      const found = await this.#ports.files.stat(paths);
      const unread = new Map(
        found.files.filter(({ path }) => this.isArticle(path)).map((stamp) => [stamp.path, stamp]),
      );
      const present = new Set(unread.keys());
      for (const folder of found.folders) {
        for await (const batch of this.#ports.files.list(this.#config.filter, folder, signal)) {
          for (const stamp of batch) {
            present.add(stamp.path);
            if (!isEntryOf(this.#index.get(stamp.path), stamp)) unread.set(stamp.path, stamp);
          }
        }
      }
      this.#requests.claim(present, request);
      const files = new Set(found.files.map(({ path }) => path));
      const folders = paths.filter((path) => !files.has(path) && !this.isArticle(path));
      let gone = [...paths, ...pathsBelow(folders, this.#index.paths())].filter((path) => !present.has(path));
      const leaving = gone.flatMap((path) => this.#index.get(path) ?? []).map(stampOf);
      if (leaving.length > 0) this.#gone = new Set(leaving);

      const wanted = [...unread.values()].filter(({ path }) => !this.#buffers.has(path));
      try {
        for (let at = 0; at < wanted.length; at += readBatchSize) {
          onLeft(wanted.length - at);
          const entries = await this.#read(wanted.slice(at, at + readBatchSize), 'whole', signal);
          onLeft(Math.max(0, wanted.length - at - readBatchSize));
          // At once, so that an article that has only moved never leaves its groups.
          this.#put(entries, request, gone);
          gone = [];
        }
      } finally {
        this.#put([], request, gone);
      }
    });
  }

  /** From now on the text of an open document counts instead of its file's. */
  async readBuffer(path: string, text: string): Promise<void> {
    if (!this.isArticle(path)) return;
    const own = ++this.#lastBuffer;
    this.#buffers.set(path, own);
    // The stamp of no file, so that it is never taken for what a file holds.
    const stamp = { path, size: 0, mtime: 0 };
    const entry = await this.#ports.reader.readText(text, stamp, this.#config.rules, this.#trees);
    if (this.#buffers.get(path) === own) this.#index.apply([entry]);
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
    try {
      for await (const batch of this.#ports.cache.load(this.#fingerprint(), signal)) {
        for (const entry of batch) known.set(entry.path, entry);
      }
    } catch (error) {
      // Whoever lists the files ends the whole request when it was cancelled.
      if (!signal.aborted) this.#ports.log.warn(`The articles are read anew: ${errorText(error)}`);
    }
    return known;
  }

  #fingerprint(): string {
    return JSON.stringify([readingVersion, this.#config.rules]);
  }

  #read(files: readonly FileStamp[], depth: ReadingDepth, signal: AbortSignal): Promise<readonly ArticleEntry[]> {
    return readEntries(this.#ports, files, depth, this.#config.rules, signal);
  }

  #put(entries: readonly ArticleEntry[], request: number, gone: readonly string[] = []): void {
    const isCurrent = (path: string): boolean => !this.#buffers.has(path) && this.#requests.isCurrent(path, request);
    const arriving = entries.filter(({ path }) => isCurrent(path));
    const leaving = gone.filter(isCurrent);
    if (arriving.length + leaving.length === 0) return;
    if (!this.#requests.isAlone) {
      this.#requests.claim([...arriving.map(({ path }) => path), ...leaving], request);
    }
    this.#index.apply(arriving, leaving);
  }
}

/** Whether the entry is what the file holds. One that could not be read may be readable by now. */
function isEntryOf(entry: ArticleEntry | undefined, { size, mtime }: FileStamp): entry is ArticleEntry {
  return entry !== undefined && entry.size === size && entry.mtime === mtime && entry.fault !== 'cannotRead';
}

function stampOf({ size, mtime }: ArticleEntry): string {
  return `${size} ${mtime}`;
}

function lacksBody(entry: ArticleEntry): boolean {
  return entry.body === undefined && !isUnreadable(entry);
}
