import * as vscode from 'vscode';
import type { AnchoredAnnotation, AnchoredArticle } from '../../../core/annotations/anchorAnnotations';
import type { AnchorCache } from '../../../core/annotations/anchorCache';
import type { AnchorState } from '../../../core/annotations/anchoring/passage';
import { type Codebook, labelsPath, readCodebook } from '../../../core/annotations/codebook/codebook';
import { AnnotationIndex } from '../../../core/annotations/index/annotationIndex';
import { annotationFileOf, annotationsFolder } from '../../../core/annotations/store/annotationPaths';
import {
  type AnnotatedArticle,
  AnnotationStore,
  type ArticleAnnotations,
} from '../../../core/annotations/store/annotationStore';
import type { TextStore } from '../../../core/host/textStore';
import type { JsonFault } from '../../../core/text/json/jsonFault';
import type { Archive } from '../archives/archive';
import { documentText } from '../archives/documentText';
import { FaultNews } from '../archives/faultNews';
import { type Concern, FileChanges, type FileEvent } from '../archives/fileChanges';
import { BrokenAnnotations } from './brokenAnnotations';

const sharedFolder = annotationsFolder.slice(0, annotationsFolder.indexOf('/'));

export interface ArchiveAnnotationsChange {
  readonly articles: readonly AnnotatedArticle[];
  /** The annotations are the same, but they are found elsewhere, or not at all. */
  readonly onlyStates: boolean;
  /** The codebook may be another one. */
  readonly hasNewLabels?: true;
}

/** The annotations of one archive, kept current with its files. */
export class ArchiveAnnotations implements vscode.Disposable {
  readonly archive: Archive;
  readonly store: AnnotationStore;
  readonly index: AnnotationIndex;
  readonly files: TextStore;
  /** What all annotations are anchored by, in this archive and in others. */
  readonly anchors: () => Promise<AnchorCache>;
  readonly #log: vscode.LogOutputChannel;
  readonly #broken: BrokenAnnotations;
  readonly #changed = new vscode.EventEmitter<ArchiveAnnotationsChange>();
  readonly #listening: { dispose(): unknown };
  readonly #alive = new AbortController();
  readonly #labelFaults = new FaultNews();
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  #isSettingStates = false;
  #codebook: Promise<Codebook> | undefined;

  /** Annotations of these articles, or where those are now, are other ones. */
  readonly onDidChange = this.#changed.event;

  constructor(archive: Archive, files: TextStore, anchors: () => Promise<AnchorCache>, log: vscode.LogOutputChannel) {
    this.archive = archive;
    this.store = new AnnotationStore(files);
    this.index = new AnnotationIndex(this.store);
    this.files = files;
    this.anchors = anchors;
    this.#log = log;
    this.#broken = new BrokenAnnotations(archive);
    this.#listening = vscode.Disposable.from(
      this.index.onDidChange((articles) => {
        this.#broken.report(this.index.broken);
        this.#changed.fire({ articles, onlyStates: this.#isSettingStates });
      }),
      this.store.onDidChange((article) => void this.update([article])),
      this.#watch(archive),
    );
  }

  /** Whether all annotations of the archive are in the index. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  /** Reads all annotations into the index, once. Never rejects. */
  load(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** The archive's labels; none where there is no codebook. */
  codebook(): Promise<Codebook> {
    this.#codebook ??= this.files.read(labelsPath).then(
      (text) => {
        const { codebook, faults } = readCodebook(text);
        if (this.#labelFaults.isNew(faults)) void this.#tellOf(faults);
        return codebook;
      },
      (error: unknown) => {
        this.#log.warn(`${labelsPath}: ${error}`);
        this.#codebook = undefined;
        return { labels: [] };
      },
    );
    return this.#codebook;
  }

  async hasCodebook(): Promise<boolean> {
    return (await this.files.read(labelsPath)) !== undefined;
  }

  /** Anchors annotations in the text of their article as it is now, with what is unsaved in an editor. */
  async anchored(read: ArticleAnnotations): Promise<AnchoredArticle> {
    const anchor = await this.anchoring(read);
    return anchor(read.article === undefined ? undefined : await documentText(this.archive, read.article));
  }

  /** What anchors annotations in the text of their article, and takes over their states. Loaded only where there are any. */
  async anchoring(read: ArticleAnnotations): Promise<(document: string | undefined) => AnchoredArticle> {
    const { article } = read;
    const anchors = read.annotations.length === 0 ? undefined : await this.anchors();
    return (document) => {
      const found = anchors?.anchor(read, document) ?? { article, anchored: [], prepared: undefined };
      if (article !== undefined) this.#setStates(article, found.anchored);
      return found;
    };
  }

  #setStates(article: string, anchored: readonly AnchoredAnnotation[]): void {
    const states = new Map(anchored.map(({ annotation, state }): [string, AnchorState] => [annotation.id, state]));
    const rows = this.index.rowsOf(article);
    if (rows.every((row) => this.index.stateOf(row) === states.get(row.id))) return;
    this.#isSettingStates = true;
    this.index.setStates(article, states);
    this.#isSettingStates = false;
  }

  /** Reads all annotations of articles in these folders again. */
  async reread(...folders: readonly string[]): Promise<void> {
    const concerned = (article: AnnotatedArticle): boolean =>
      article !== undefined && folders.some((folder) => article === folder || article.startsWith(`${folder}/`));
    const known = [...this.index.rows].map(({ article }) => article);
    await this.update([...new Set([...known, ...(await this.store.articles())])].filter(concerned));
  }

  /** Reads the annotations of these articles again: their files were changed. Never rejects. */
  async update(articles: readonly AnnotatedArticle[]): Promise<void> {
    try {
      await this.index.update(articles);
    } catch (error) {
      if (!this.#alive.signal.aborted) this.#log.error(`${this.archive.folder.name}: ${error}`);
    }
  }

  forgetCodebook(): void {
    this.#codebook = undefined;
    const articles = [...new Set([...this.index.rows].map(({ article }) => article))];
    this.#changed.fire({ articles, onlyStates: false, hasNewLabels: true });
  }

  dispose(): void {
    this.#alive.abort();
    this.#listening.dispose();
    this.#changed.dispose();
  }

  /** A folder that is no archive may have such a file for reasons of its own. */
  async #tellOf(faults: readonly JsonFault[]): Promise<void> {
    if (!this.archive.isArchive) return;
    try {
      const { tellFaults } = await import('../archives/tellFaults');
      await tellFaults(this.archive, labelsPath, faults, vscode.l10n.t('It is left out.'));
    } catch (error) {
      this.#log.error(`${labelsPath}: ${error}`);
    }
  }

  async #load(): Promise<void> {
    try {
      await this.index.load(this.#alive.signal);
      this.#isLoaded = true;
      this.#changed.fire({ articles: [], onlyStates: false });
    } catch (error) {
      if (!this.#alive.signal.aborted) this.#log.error(`${this.archive.folder.name}: ${error}`);
    }
  }

  #watch({ folder, nestedFolders }: Archive): vscode.Disposable {
    const changes = new FileChanges(folder.uri, {
      concern,
      enter: async (path) => nestedFolders?.watch(path, isShared),
      read: (paths) => this.#readChanged(paths),
    });
    const nested = nestedFolders?.onDidChange((path) => changes.tell(path, 'created'));
    return vscode.Disposable.from(changes, ...(nested ? [nested] : []));
  }

  async #readChanged(paths: readonly string[]): Promise<void> {
    if (paths.includes(labelsPath) || paths.includes(sharedFolder)) this.forgetCodebook();
    const articles = new Set<AnnotatedArticle>();
    let folders = false;
    for (const path of paths) {
      const file = annotationFileOf(path);
      if (file) articles.add(file.article);
      else if (path !== labelsPath) folders = true;
    }
    if (folders) {
      // A folder is one event for all that came or went with it.
      for (const { article } of this.index.rows) articles.add(article);
      for (const { article } of this.index.broken) articles.add(article);
      if (this.#isLoaded) await this.#load();
    }
    if (articles.size > 0) await this.update([...articles]);
  }
}

/** Folders that annotations are in, or may come into. */
function isShared(path: string): boolean {
  return path === sharedFolder || path === annotationsFolder || path.startsWith(`${annotationsFolder}/`);
}

function concern(path: string, event: FileEvent): Concern {
  if (path === labelsPath) return 'file';
  if (path === sharedFolder) return event === 'changed' ? 'nothing' : 'folder';
  if (!isShared(path)) return 'nothing';
  if (path.endsWith('.jsonld')) return 'file';
  return event === 'changed' || isTemporary(path) ? 'nothing' : 'folder';
}

/** What saving leaves behind for a moment. */
function isTemporary(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (name.startsWith('.') && name !== '.sources') || name.endsWith('.txt');
}
