import * as vscode from 'vscode';
import {
  type ArchiveConfig,
  type ConfigFault,
  configPath,
  readArchiveConfig,
  sourcesPath,
} from '../../core/archive/archiveConfig';
import { ArchiveIndex, type IndexChange } from '../../core/archive/archiveIndex';
import { ArchiveTally } from '../../core/archive/archiveTally';
import { Indexer, type IndexProgress } from '../../core/archive/indexer';
import { pathMatcher } from '../../core/archive/pathFilter';
import type { ReadMarks } from '../../core/archive/readMarks';
import type { ArticleEntry } from '../../core/article/articleEntry';
import { SourceNames } from '../../core/article/sourceNames';
import type { Log } from '../../core/host/log';
import type { ArchivePorts } from '../platform';
import { type Concern, FileChanges, type FileEvent, pathBelow } from './fileChanges';
import { readWorkspaceText } from './readWorkspaceText';

/** `idle` until somebody asks for the articles; `stopped` when a person has stopped the reading. */
export type ArchiveState = 'idle' | 'reading' | 'ready' | 'stopped';

/** The folder of all that is shared, with the configuration in it. */
const sharedFolder = configPath.slice(0, configPath.indexOf('/'));

/** One workspace folder with its articles, read when first asked for and kept current from then on. */
export class Archive implements vscode.Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly marks: ReadMarks;
  readonly #ports: ArchivePorts;
  readonly #log: Log;
  readonly #events = {
    state: new vscode.EventEmitter<void>(),
    articles: new vscode.EventEmitter<IndexChange>(),
    reset: new vscode.EventEmitter<void>(),
    faults: new vscode.EventEmitter<readonly ConfigFault[]>(),
  };
  #index = new ArchiveIndex();
  #tally: ArchiveTally;
  #indexer: Indexer | undefined;
  readonly #marking: { dispose(): unknown };
  #listening: { dispose(): unknown } | undefined;
  #changes: FileChanges | undefined;
  #config: ArchiveConfig;
  #sources = new SourceNames(undefined);
  #sourcesText: string | undefined;
  #faults = '';
  #configured = false;
  #state: ArchiveState = 'idle';
  #progress: IndexProgress = { done: 0, found: 0 };
  #reading = new AbortController();
  #firstReading: Promise<void> | undefined;
  readonly #alive = new AbortController();
  #failure: string | undefined;

  readonly onDidChangeState = this.#events.state.event;
  /** Articles have come, changed or gone. */
  readonly onDidChangeArticles = this.#events.articles.event;
  /** What is known of all articles may have changed: the archive is read by other rules. */
  readonly onDidReset = this.#events.reset.event;
  readonly onDidFindConfigFaults = this.#events.faults.event;

  constructor(folder: vscode.WorkspaceFolder, ports: ArchivePorts, marks: ReadMarks, log: Log) {
    this.folder = folder;
    this.marks = marks;
    this.#ports = ports;
    this.#log = log;
    this.#config = readArchiveConfig(undefined, systemZone()).config;
    this.#tally = new ArchiveTally((path) => marks.isUnread(path));
    this.#marking = marks.onDidChange((paths) => this.#tally.marked(paths.filter((path) => this.#index.get(path))));
  }

  get index(): ArchiveIndex {
    return this.#index;
  }

  get tally(): ArchiveTally {
    return this.#tally;
  }

  get sources(): SourceNames {
    return this.#sources;
  }

  get timeZone(): string {
    return this.#config.rules.timeZone;
  }

  get state(): ArchiveState {
    return this.#state;
  }

  get progress(): IndexProgress {
    return this.#progress;
  }

  /** Why the reading stopped by itself. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether this folder counts as an archive, as far as it has been read. */
  get isArchive(): boolean {
    return this.#configured || this.#index.looksLikeArchive;
  }

  uri(entry: Pick<ArticleEntry, 'path'>): vscode.Uri {
    return vscode.Uri.joinPath(this.folder.uri, entry.path);
  }

  /** The path of an article or of a file that could be one. */
  articlePath(uri: vscode.Uri): string | undefined {
    const path = pathBelow(this.folder.uri, uri);
    return path !== undefined && this.#indexer?.isArticle(path) ? path : undefined;
  }

  entryOf(uri: vscode.Uri): ArticleEntry | undefined {
    const path = pathBelow(this.folder.uri, uri);
    return path === undefined ? undefined : this.#index.get(path);
  }

  /** Reads the archive if nobody has asked for it yet. Resolves when the first reading is over, however it ends. */
  start(): Promise<void> {
    this.#firstReading ??= this.readAgain();
    return this.#firstReading;
  }

  /** Reads configuration and articles anew; files that have not changed come from the cache. */
  async readAgain(): Promise<void> {
    if (this.#alive.signal.aborted) return;
    this.#reading.abort();
    const reading = new AbortController();
    const { signal } = reading;
    this.#reading = reading;
    this.#failure = undefined;
    this.#setState('reading', { done: 0, found: 0 });
    try {
      this.#changes ??= this.#watch();
      const indexer = await this.#configure(signal);
      for (const document of vscode.workspace.textDocuments) this.readDocument(document);
      await indexer.indexAll(signal, (progress) => this.#setState('reading', progress));
      this.#setState('ready');
      void this.#readBodies(indexer, signal);
    } catch (error) {
      if (reading !== this.#reading) return;
      if (!signal.aborted) {
        this.#failure = describe(error);
        this.#log.error(`${this.folder.name}: ${this.#failure}`);
      }
      this.#setState('stopped');
    }
  }

  /** Stops reading; what was read so far stays. */
  stop(): void {
    if (this.#state === 'reading') this.#reading.abort();
  }

  /** Takes over what a person has typed but not saved. */
  readDocument(document: vscode.TextDocument): void {
    const path = this.articlePath(document.uri);
    if (path !== undefined && document.isDirty) this.#indexer?.readBuffer(path, document.getText());
  }

  /** Takes over what was saved without waiting for the file system to tell of it. */
  async readSaved(document: vscode.TextDocument): Promise<void> {
    const path = this.articlePath(document.uri);
    if (path === undefined) return;
    this.#indexer?.readBuffer(path, document.getText());
    await this.releaseDocument(document.uri);
  }

  /** Goes back to the file of a document that has no text of its own any more. */
  async releaseDocument(uri: vscode.Uri): Promise<void> {
    const path = this.articlePath(uri);
    if (path !== undefined) await this.#indexer?.releaseBuffer(path, this.#alive.signal);
  }

  dispose(): void {
    this.#reading.abort();
    this.#alive.abort();
    this.#changes?.dispose();
    this.#listening?.dispose();
    this.#marking.dispose();
    this.#ports.dispose();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  async #configure(signal: AbortSignal): Promise<Indexer> {
    const configText = await readWorkspaceText(vscode.Uri.joinPath(this.folder.uri, configPath));
    const sourcesText = await readWorkspaceText(vscode.Uri.joinPath(this.folder.uri, sourcesPath));
    signal.throwIfAborted();
    const { config, faults } = readArchiveConfig(configText, systemZone());
    this.#configured = configText !== undefined;
    this.#tellFaults(faults);
    const hasNewSources = this.#useSources(sourcesText);
    if (this.#indexer !== undefined && JSON.stringify(config) === JSON.stringify(this.#config)) {
      if (hasNewSources) this.#events.reset.fire();
      return this.#indexer;
    }
    this.#config = config;
    this.#listening?.dispose();
    this.#index = new ArchiveIndex();
    const indexer = new Indexer(this.#ports, this.#index, config);
    this.#indexer = indexer;
    const tally = new ArchiveTally((path) => this.marks.isUnread(path));
    this.#tally = tally;
    this.#listening = this.#index.onDidChange((change) => {
      tally.apply(change);
      this.#events.articles.fire(change);
    });
    this.#events.reset.fire();
    return indexer;
  }

  /** Each fault once: not again with every other change of the file. */
  #tellFaults(faults: readonly ConfigFault[]): void {
    const told = this.#faults;
    this.#faults = JSON.stringify(faults);
    if (faults.length > 0 && this.#faults !== told) this.#events.faults.fire(faults);
  }

  /** Whether that changed how names are folded. */
  #useSources(text: string | undefined): boolean {
    if (text === this.#sourcesText) return false;
    this.#sourcesText = text;
    let value: unknown;
    try {
      value = text === undefined ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch (error) {
      // VS Code marks the place in the file itself; until it is mended no alias is known.
      this.#log.warn(`${sourcesPath}: ${describe(error)}`);
    }
    this.#sources = new SourceNames(value);
    return true;
  }

  /** What only the bodies can tell. Articles can be browsed without, so a failure here is for the log. */
  async #readBodies(indexer: Indexer, signal: AbortSignal): Promise<void> {
    try {
      await this.#saveCache(indexer);
      await indexer.readBodies(signal, () => undefined);
      if (!signal.aborted) await this.#saveCache(indexer);
    } catch (error) {
      if (!signal.aborted) this.#log.error(`${this.folder.name}: ${describe(error)}`);
    }
  }

  async #saveCache(indexer: Indexer): Promise<void> {
    try {
      await indexer.saveCache();
    } catch (error) {
      this.#log.warn(`The cache of ${this.folder.name} cannot be written, so it opens slower: ${describe(error)}`);
    }
  }

  #watch(): FileChanges {
    const concern = (path: string, event: FileEvent): Concern => {
      if (path === configPath || path === sourcesPath || this.#indexer?.isArticle(path) === true) return 'file';
      // A folder that is moved or deleted is one event for all that is in it.
      if (path === sharedFolder && event !== 'changed') return 'folder';
      return event === 'changed' || path.startsWith('.') || path.includes('/.') ? 'nothing' : 'folder';
    };
    const { nestedFolders } = this.#ports;
    const changes = new FileChanges(this.folder.uri, {
      concern,
      enter: async (folder) => nestedFolders?.watch(folder, pathMatcher(this.#config.filter).folder),
      read: (paths) => this.#update(paths),
    });
    // Whether it has come or gone is found out on the way.
    nestedFolders?.onDidChange((path) => changes.tell(path, 'created'));
    return changes;
  }

  async #update(paths: readonly string[]): Promise<void> {
    try {
      if (paths.includes(configPath) || paths.includes(sharedFolder)) {
        // Not awaited: what changes meanwhile is taken up at once.
        void this.readAgain();
        return;
      }
      if (paths.includes(sourcesPath)) {
        const text = await readWorkspaceText(vscode.Uri.joinPath(this.folder.uri, sourcesPath));
        if (!this.#alive.signal.aborted && this.#useSources(text)) this.#events.reset.fire();
      }
      const articles = paths.filter((path) => path !== sourcesPath);
      if (articles.length > 0) await this.#indexer?.update(articles, this.#alive.signal);
    } catch (error) {
      if (!this.#alive.signal.aborted) this.#log.error(`${this.folder.name}: ${describe(error)}`);
    }
  }

  #setState(state: ArchiveState, progress = this.#progress): void {
    this.#state = state;
    this.#progress = progress;
    this.#events.state.fire();
  }
}

function systemZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
