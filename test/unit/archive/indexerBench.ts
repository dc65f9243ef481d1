import { ArchiveIndex, type IndexChange } from '../../../src/core/archive/archiveIndex';
import type { IndexCache } from '../../../src/core/archive/indexCache';
import { Indexer, type IndexerConfig } from '../../../src/core/archive/indexer';
import { InlineArticleReader } from '../../../src/core/archive/inlineArticleReader';
import type { ArticleEntry } from '../../../src/core/article/articleEntry';
import type { ArticleReader, ReadBatch, ReadingDepth } from '../../../src/core/article/articleReader';
import type { ReadingRules } from '../../../src/core/article/readingRules';
import { readArchiveConfig } from '../../../src/core/config/archiveConfig';
import type { FileStamp } from '../../../src/core/host/archiveFiles';
import { shanghai } from '../../support/builders';
import type { InMemoryFiles } from '../../support/inMemoryFiles';

export const unstopped = new AbortController().signal;

/** Reads from memory; what it has read it hands over only when `gate` lets it. */
export class GatedReader implements ArticleReader {
  readonly #inline: InlineArticleReader;
  readonly calls: { readonly depth: ReadingDepth; readonly paths: readonly string[] }[] = [];
  gate: (files: readonly FileStamp[]) => Promise<void> = () => Promise.resolve();
  gateOfTexts: () => Promise<void> = () => Promise.resolve();

  constructor(files: InMemoryFiles) {
    this.#inline = new InlineArticleReader(files);
  }

  async read(
    files: readonly FileStamp[],
    depth: ReadingDepth,
    rules: ReadingRules,
    signal: AbortSignal,
  ): Promise<ReadBatch> {
    this.calls.push({ depth, paths: files.map(({ path }) => path) });
    const batch = await this.#inline.read(files, depth, rules, signal);
    await this.gate(files);
    return batch;
  }

  async readText(...request: Parameters<ArticleReader['readText']>): Promise<ArticleEntry> {
    const entry = await this.#inline.readText(...request);
    await this.gateOfTexts();
    return entry;
  }
}

export class MemoryCache implements IndexCache {
  #saved: { readonly fingerprint: string; readonly entries: readonly ArticleEntry[] } | undefined;
  failure: Error | undefined;

  async *load(fingerprint: string): AsyncGenerator<readonly ArticleEntry[], void> {
    if (this.failure !== undefined) throw this.failure;
    if (this.#saved?.fingerprint === fingerprint) yield structuredClone(this.#saved.entries);
  }

  async save(fingerprint: string, entries: Iterable<ArticleEntry>): Promise<void> {
    this.#saved = { fingerprint, entries: [...entries] };
  }

  get paths(): readonly string[] {
    return (this.#saved?.entries ?? []).map(({ path }) => path);
  }
}

/** An indexer on files in memory, with all that happens to its index. */
export function indexerOn(files: InMemoryFiles, cache = new MemoryCache(), config = defaultConfig()) {
  const reader = new GatedReader(files);
  const warnings: string[] = [];
  const log = {
    info: () => undefined,
    warn: (message: string) => void warnings.push(message),
    error: (message: string) => void warnings.push(message),
  };
  const index = new ArchiveIndex();
  const changes: IndexChange[] = [];
  index.onDidChange((change) => changes.push(change));
  const indexer = new Indexer({ files, reader, cache, log }, index, config);
  return {
    files,
    cache,
    reader,
    index,
    indexer,
    changes,
    warnings,
    indexAll: (signal = unstopped) => indexer.indexAll(signal, () => undefined),
    readBodies: (signal = unstopped) => indexer.readBodies(signal, () => undefined),
    update: (...paths: readonly string[]) => indexer.update(paths, unstopped),
    titles: () => Object.fromEntries([...index.entries()].map(({ path, title }) => [path, title])),
  };
}

export function defaultConfig(): IndexerConfig {
  return readArchiveConfig(undefined, shanghai).config;
}

/** A door that is shut until it is opened, and that tells when somebody stands before it. */
export function door() {
  let open: () => void = () => undefined;
  let arrive: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const pass = (): Promise<void> => {
    arrive();
    return opened;
  };
  return { pass, open, reached };
}
