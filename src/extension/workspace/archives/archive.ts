import * as vscode from 'vscode';
import { ArchiveIndex, type IndexChange } from '../../../core/archive/archiveIndex';
import type { ArticleNames } from '../../../core/archive/articleNames';
import { Indexer, type IndexProgress } from '../../../core/archive/indexer';
import type { ReadMarks } from '../../../core/archive/readMarks';
import { type ArticleEntry, isUnreadable } from '../../../core/article/articleEntry';
import { MarkdownTrees } from '../../../core/article/body/markdownTrees';
import type { SourceResolver } from '../../../core/article/sourceNames';
import { configPath, sourcesPath } from '../../../core/config/archiveConfig';
import type { ArchiveFiles } from '../../../core/host/archiveFiles';
import type { LocalFiles } from '../../../core/host/localFiles';
import type { Log } from '../../../core/host/log';
import type { NestedFolders } from '../../../core/host/nestedFolders';
import { ArchiveProblems } from '../../../core/problems/archiveProblems';
import type { ArticleChecker } from '../../../core/problems/articleChecker';
import type { CheckSettings } from '../../../core/problems/checkSettings';
import type { RemoteImageLister } from '../../../core/problems/remoteImageLister';
import { errorText } from '../../../core/text/errorText';
import type { JsonFault } from '../../../core/text/json/jsonFault';
import { pathMatcher } from '../../../core/text/pathFilter';
import type { ArchivePorts } from '../../platform';
import { ArchiveSettings } from './archiveSettings';
import type { ArchiveSources, SourcesChange } from './archiveSources';
import { type Concern, FileChanges, type FileEvent, pathBelow } from './fileChanges';

/** `idle` until somebody asks for the articles; `stopped` when a person has stopped the reading. */
export type ArchiveState = 'idle' | 'reading' | 'ready' | 'stopped';

/** The folder of all that is shared, with the configuration in it. */
const sharedFolder = configPath.slice(0, configPath.indexOf('/'));

/** One workspace folder with its articles, read when first asked for and kept current from then on. */
export class Archive implements vscode.Disposable {
  readonly folder: vscode.WorkspaceFolder;
  readonly marks: ReadMarks;
  /** What is wrong with each article, as far as it has been checked. */
  readonly problems = new ArchiveProblems();
  /** What was parsed of its open articles, for whoever reads them next. */
  readonly trees = new MarkdownTrees();
  readonly #ports: ArchivePorts;
  readonly #log: Log;
  readonly #events = {
    state: new vscode.EventEmitter<void>(),
    articles: new vscode.EventEmitter<IndexChange>(),
    touched: new vscode.EventEmitter<readonly string[]>(),
    files: new vscode.EventEmitter<readonly string[]>(),
    settled: new vscode.EventEmitter<void>(),
    reset: new vscode.EventEmitter<void>(),
    profiles: new vscode.EventEmitter<void>(),
  };
  readonly #settings: ArchiveSettings;
  #index = new ArchiveIndex();
  #indexer: Indexer | undefined;
  readonly #typing: { dispose(): unknown };
  #listening: { dispose(): unknown } | undefined;
  #changes: FileChanges | undefined;
  /** How many of the changed files that are being read are not in the index yet. */
  #unread = 0;
  #state: ArchiveState = 'idle';
  #progress: IndexProgress = { done: 0, found: 0 };
  #reading = new AbortController();
  #firstReading: Promise<void> | undefined;
  readonly #alive = new AbortController();
  #failure: string | undefined;

  readonly onDidChangeState = this.#events.state.event;
  /** Articles have come, changed or gone. */
  readonly onDidChangeArticles = this.#events.articles.event;
  /** Articles whose text may be another now, although the index knows the same of them. */
  readonly onDidTouchArticles = this.#events.touched.event;
  /** Files that are no articles have come, changed or gone: pictures, or folders with anything in them. */
  readonly onDidChangeOtherFiles = this.#events.files.event;
  /** All changes of files that were heard of are in the index. */
  readonly onDidSettle = this.#events.settled.event;
  /** What is known of all articles may have changed: the archive is read by other rules. */
  readonly onDidReset = this.#events.reset.event;
  /** Something else is known of sources, or wrong with what is: after a reset where their names are others too. */
  readonly onDidChangeProfiles = this.#events.profiles.event;
  readonly onDidFindConfigFaults: vscode.Event<readonly JsonFault[]>;

  constructor(folder: vscode.WorkspaceFolder, ports: ArchivePorts, marks: ReadMarks, log: Log) {
    this.folder = folder;
    this.marks = marks;
    this.#ports = ports;
    this.#log = log;
    this.#settings = new ArchiveSettings(folder);
    this.#typing = this.sourceFile.onDidType((change) => this.#takeSources(change));
    this.onDidFindConfigFaults = this.#settings.onDidFindFaults;
  }

  get index(): ArchiveIndex {
    return this.#index;
  }

  /** How many of its unread articles are new. */
  get newArticles(): number {
    let count = 0;
    for (const path of this.marks.new) if (this.#index.get(path) !== undefined) count++;
    return count;
  }

  get sources(): SourceResolver {
    return this.sourceFile.profiles.names.spelledBy(this.#index.names.sources);
  }

  /** How its articles spell what they name. */
  get names(): ArticleNames {
    return this.#index.names;
  }

  /** What is known of its sources. */
  get sourceFile(): ArchiveSources {
    return this.#settings.sources;
  }

  get timeZone(): string {
    return this.#settings.config.rules.timeZone;
  }

  get checkSettings(): CheckSettings {
    return this.#settings.config.checks;
  }

  get files(): ArchiveFiles {
    return this.#ports.files;
  }

  get checker(): ArticleChecker & RemoteImageLister {
    return this.#ports.checker;
  }

  /** Absent where VS Code sees into all folders by itself. */
  get nestedFolders(): NestedFolders | undefined {
    return this.#ports.nestedFolders;
  }

  get localFiles(): LocalFiles {
    return this.#ports.localFiles;
  }

  get state(): ArchiveState {
    return this.#state;
  }

  get progress(): IndexProgress {
    return this.#progress;
  }

  /** How many changed files the index does not know of yet. */
  get pendingChanges(): number {
    return this.#unread + (this.#changes?.waiting ?? 0);
  }

  /** Why the reading stopped by itself. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** Whether a person should look at an article: it has problems that count, or cannot be read at all. */
  hasProblems(entry: Pick<ArticleEntry, 'path' | 'fault'>): boolean {
    return this.problems.count(entry.path) > 0 || isUnreadable(entry);
  }

  /** Whether this folder counts as an archive, as far as it has been read. */
  get isArchive(): boolean {
    return this.#settings.isConfigured || this.#index.looksLikeArchive;
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
      await Promise.all([
        ...vscode.workspace.textDocuments.map((document) => this.readDocument(document)),
        indexer.indexAll(signal, (progress) => this.#setState('reading', progress)),
      ]);
      this.#setState('ready');
      void this.#readBodies(indexer, signal);
    } catch (error) {
      if (reading !== this.#reading) return;
      if (!signal.aborted) {
        this.#failure = errorText(error);
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
  async readDocument(document: vscode.TextDocument): Promise<void> {
    const path = this.articlePath(document.uri);
    if (path !== undefined && document.isDirty) await this.#indexer?.readBuffer(path, document.getText());
  }

  /** Takes over what was saved without waiting for the file system to tell of it. */
  async readSaved(document: vscode.TextDocument): Promise<void> {
    const path = this.articlePath(document.uri);
    if (path === undefined) return;
    await this.#indexer?.readBuffer(path, document.getText());
    // Typed on while it was being read.
    if (!document.isDirty) await this.releaseDocument(document.uri);
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
    this.#typing.dispose();
    this.#settings.dispose();
    this.#ports.dispose();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  async #configure(signal: AbortSignal): Promise<Indexer> {
    const change = await this.#settings.read(signal);
    if (this.#indexer !== undefined && !change.config) {
      if (change.sources?.names || change.checks) this.#events.reset.fire();
      if (change.sources) this.#events.profiles.fire();
      return this.#indexer;
    }
    this.#listening?.dispose();
    this.#index = new ArchiveIndex();
    this.problems.clear();
    const indexer = new Indexer(this.#ports, this.#index, this.#settings.config, this.trees);
    this.#indexer = indexer;
    this.#listening = vscode.Disposable.from(
      this.#index.onDidChange((change) => {
        this.#events.articles.fire(change);
        this.marks.addNew(indexer.newOf(change.added));
      }),
      this.#index.onDidTouch((paths) => this.#events.touched.fire(paths)),
    );
    this.#events.reset.fire();
    if (change.sources) this.#events.profiles.fire();
    return indexer;
  }

  /** What only the bodies can tell. Articles can be browsed without, so a failure here is for the log. */
  async #readBodies(indexer: Indexer, signal: AbortSignal): Promise<void> {
    try {
      await this.#saveCache(indexer);
      await indexer.readBodies(signal, () => undefined);
      if (!signal.aborted) await this.#saveCache(indexer);
    } catch (error) {
      if (!signal.aborted) this.#log.error(`${this.folder.name}: ${errorText(error)}`);
    }
  }

  async #saveCache(indexer: Indexer): Promise<void> {
    try {
      await indexer.saveCache();
    } catch (error) {
      this.#log.warn(`The cache of ${this.folder.name} cannot be written, so it opens slower: ${errorText(error)}`);
    }
  }

  #watch(): FileChanges {
    const concern = (path: string, event: FileEvent): Concern => {
      if (path === configPath || path === sourcesPath || this.#indexer?.isArticle(path) === true) return 'file';
      // A folder that is moved or deleted is one event for all that is in it.
      if (path === sharedFolder && event !== 'changed') return 'folder';
      if (path.startsWith('.') || path.includes('/.')) return 'nothing';
      // What changes stays where it is: nothing that shows it is concerned.
      return event === 'changed' ? 'nothing' : 'folder';
    };
    const { nestedFolders } = this.#ports;
    const changes = new FileChanges(this.folder.uri, {
      concern,
      enter: async (folder) => nestedFolders?.watch(folder, pathMatcher(this.#settings.config.filter).folder),
      read: (paths) => this.#update(paths),
      settled: () => this.#events.settled.fire(),
    });
    // Whether it has come or gone is found out on the way.
    nestedFolders?.onDidChange((path) => changes.tell(path, 'created'));
    return changes;
  }

  async #update(paths: readonly string[]): Promise<void> {
    // Until it is known how many files there are in folders that have come.
    this.#unread = paths.filter((path) => this.#indexer?.isArticle(path)).length;
    try {
      if (paths.includes(configPath) || paths.includes(sharedFolder)) {
        // Not awaited: what changes meanwhile is taken up at once.
        void this.readAgain();
        return;
      }
      if (paths.includes(sourcesPath)) this.#takeSources(await this.sourceFile.read(this.#alive.signal));
      const others = paths.filter((path) => path !== sourcesPath);
      if (others.length > 0) {
        await this.#indexer?.update(others, this.#alive.signal, (files) => {
          this.#unread = files;
        });
      }
      const files = others.filter((path) => this.#indexer?.isArticle(path) !== true);
      if (files.length > 0 && !this.#alive.signal.aborted) this.#events.files.fire(files);
    } catch (error) {
      if (!this.#alive.signal.aborted) this.#log.error(`${this.folder.name}: ${errorText(error)}`);
    } finally {
      this.#unread = 0;
    }
  }

  #takeSources(change: SourcesChange | undefined): void {
    if (change?.names) this.#events.reset.fire();
    if (change) this.#events.profiles.fire();
  }

  #setState(state: ArchiveState, progress = this.#progress): void {
    this.#state = state;
    this.#progress = progress;
    this.#events.state.fire();
  }
}
