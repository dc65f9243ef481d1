import * as vscode from 'vscode';
import type { AnchorCache } from '../../../core/annotations/anchorCache';
import type { Platform } from '../../platform';
import { onDidChangeSetting } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import type { Archive } from '../archives/archive';
import type { Archives } from '../archives/archives';
import { pathBelow } from '../archives/fileChanges';
import { AnnotationEdits } from './annotationEdits';
import { ArchiveAnnotations } from './archiveAnnotations';
import { Creator } from './creator';
import { DocumentAnnotations } from './documentAnnotations';
import type { AnnotationsChange, OpenAnnotations } from './openAnnotations';

/** The annotations of all archives: their files, where they are in open articles, and every change to them. */
export class Annotations implements OpenAnnotations, vscode.Disposable {
  readonly creator: Creator;
  readonly documents: DocumentAnnotations;
  readonly edits: AnnotationEdits;
  /** The id of a lost annotation that a person is about to attach again. */
  pendingReattach: string | undefined;
  /** The id of the annotation that a preview which is about to open is to show. */
  expected: string | undefined;
  readonly #open = new Map<Archive, { readonly annotations: ArchiveAnnotations } & vscode.Disposable>();
  readonly #events = {
    changed: new vscode.EventEmitter<AnnotationsChange>(),
    asked: new vscode.EventEmitter<string>(),
  };
  readonly #listening: vscode.Disposable;
  #anchors: Promise<AnchorCache> | undefined;

  readonly onDidChange = this.#events.changed.event;
  /** A person wants to see the annotation of this id. */
  readonly onDidAskFor = this.#events.asked.event;

  constructor(context: vscode.ExtensionContext, archives: Archives, platform: Platform, log: vscode.LogOutputChannel) {
    this.creator = new Creator(context.globalState, platform.home);
    this.documents = new DocumentAnnotations(archives, this, log);
    this.edits = new AnnotationEdits(this);
    this.#listening = vscode.Disposable.from(
      this.documents,
      archives.onDidOpen((archive) => this.#add(archive, platform, log)),
      archives.onDidClose((archive) => this.#remove(archive)),
      onDidChangeSetting('annotations.creator', () => this.documents.findAllAgain()),
      vscode.workspace.onDidRenameFiles(({ files }) => void this.#moveAlong(files, archives, log)),
    );
  }

  of(archive: Archive): ArchiveAnnotations | undefined {
    return this.#open.get(archive)?.annotations;
  }

  anchors(): Promise<AnchorCache> {
    this.#anchors ??= import('../../../core/annotations/anchorCache').then(({ AnchorCache }) => new AnchorCache());
    return this.#anchors;
  }

  /** Leads a person to an annotation. */
  askFor(id: string): void {
    this.#events.asked.fire(id);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const open of this.#open.values()) open.dispose();
    this.#open.clear();
    for (const emitter of Object.values(this.#events)) emitter.dispose();
  }

  #add(archive: Archive, platform: Platform, log: vscode.LogOutputChannel): void {
    const texts = platform.openTexts(archive.folder.uri);
    const annotations = new ArchiveAnnotations(archive, texts, () => this.anchors(), log);
    const load = (): void => {
      // Articles come first: nobody waits for annotations before there are any.
      if (archive.state === 'ready' && archive.isArchive) void annotations.load();
    };
    const open = vscode.Disposable.from(
      annotations,
      annotations.onDidChange((change) => this.#events.changed.fire({ archive, ...change })),
      archive.onDidChangeState(load),
    );
    this.#open.set(archive, { annotations, dispose: () => open.dispose() });
  }

  #remove(archive: Archive): void {
    this.#open.get(archive)?.dispose();
    this.#open.delete(archive);
  }

  /** Annotations go with articles, and folders of them, that are renamed or moved within their archive. */
  async #moveAlong(
    files: readonly { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri }[],
    archives: Archives,
    log: vscode.LogOutputChannel,
  ): Promise<void> {
    for (const { oldUri, newUri } of files) {
      const archive = archives.of(newUri);
      const annotations = archive && this.of(archive);
      const from = archive && pathBelow(archive.folder.uri, oldUri);
      const to = archive && pathBelow(archive.folder.uri, newUri);
      if (annotations === undefined || from === undefined || to === undefined) continue;
      try {
        await annotations.store.move(from, to);
        await annotations.reread(from, to);
      } catch (error) {
        log.error(`${from}: ${error}`);
        void showError(
          vscode.l10n.t(
            'The annotations of {0} could not be moved along and stay where they were: {1}',
            from,
            String(error),
          ),
        );
      }
    }
  }
}
