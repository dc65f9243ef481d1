import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import type { TextRange } from '../../../core/text/textRange';
import type { FromPreview } from '../../../protocol/previewMessages';
import type { Services } from '../../services';
import { onDidChangeSetting, setting } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import { tabTitle } from '../../ui/tabTitle';
import { AnnotationPart } from './annotations/annotationPart';
import { type ArticlePlace, placeOf } from './articlePlace';
import { ArticleRenderer } from './articleRenderer';
import { BodyRequests } from './bodyRequests';
import { type DisplaySettingsWriter, displaySettingNames, displaySettings, isScrolled } from './displaySettings';
import { EditorSync } from './editorSync';
import { articleBeside, standingOf } from './neighbours';
import { PreviewWebview } from './previewWebview';
import type { RemoteImagePolicy } from './remoteImagePolicy';
import { revealInEditor } from './revealInEditor';
import { changeOf, type ShownArticle } from './shownArticle';
import { watchFile } from './watchFile';

/** What all previews share. */
export interface PreviewSurroundings {
  readonly services: Services;
  readonly remoteImages: RemoteImagePolicy;
  readonly displaySettings: DisplaySettingsWriter;
  /** Does what a person wants who is in a preview. */
  readonly answer: (message: FromPreview, preview: ArticlePreview) => Promise<void>;
  /** Shows another article in place of the one a preview shows. */
  readonly open: (preview: ArticlePreview, article: vscode.Uri, fragment?: string) => Promise<void>;
}

/** Long enough that a run of keys is one render, short enough to seem at once. */
const pause = 40;

/** One webview that shows one article and keeps up with it. */
export class ArticlePreview implements vscode.Disposable {
  readonly panel: vscode.WebviewPanel;
  readonly annotations: AnnotationPart;
  readonly bodies = new BodyRequests((message) => this.#page.send(message));
  readonly #around: PreviewSurroundings;
  readonly #page: PreviewWebview;
  readonly #renderer: ArticleRenderer;
  readonly #sync: EditorSync;
  readonly #listening: vscode.Disposable;
  readonly #titled: boolean;
  #watching: vscode.Disposable | undefined;
  #article: vscode.Uri;
  #shown: ShownArticle | undefined;
  /** Where to go once it is shown. */
  #fragment: string | undefined;
  #rendering: Promise<void> | undefined;
  #isStale = false;
  #isGone = false;
  #isDisposed = false;
  #hasReachedEnd = false;
  /** Of the renders of this article. */
  #firstVersion = Number.POSITIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `titled`: the tab is named after the article, not after its file. */
  constructor(panel: vscode.WebviewPanel, article: vscode.Uri, around: PreviewSurroundings, titled: boolean) {
    const { services } = around;
    this.panel = panel;
    this.#around = around;
    this.#article = article;
    this.#titled = titled;
    this.#page = new PreviewWebview(panel.webview, services.context.extensionUri, services.log, {
      onMessage: (message) => {
        around.answer(message, this).catch((error: unknown) => this.#tell(error));
      },
      first: () => [{ kind: 'settings', settings: displaySettings() }, standingOf(this.#article, services)],
    });
    this.#renderer = new ArticleRenderer(services, around.remoteImages, (file) => this.#page.address(file));
    this.#sync = new EditorSync(
      () => this.#article,
      (offset) => {
        if (isScrolled('editorToPreview')) this.#page.send({ kind: 'scrollTo', offset });
      },
    );
    this.annotations = this.#annotate(services);
    this.#listening = this.#listen();
    this.show(article);
  }

  get article(): vscode.Uri {
    return this.#article;
  }

  /** What is shown, as far as it has been rendered. */
  get shown(): ShownArticle | undefined {
    return this.#shown;
  }

  /** Shows an article, which may be the one that is shown already. */
  show(article: vscode.Uri, fragment?: string): void {
    const isSame = article.toString() === this.#article.toString() && this.#watching !== undefined;
    if (isSame && fragment !== undefined && this.#shown !== undefined) {
      this.#page.send({ kind: 'goToFragment', fragment });
      return;
    }
    if (isSame) return;
    this.#article = article;
    this.#shown = undefined;
    this.#fragment = fragment;
    this.#isGone = false;
    this.#hasReachedEnd = false;
    this.#firstVersion = Number.POSITIVE_INFINITY;
    this.#renderer.forgetImages();
    this.#watching?.dispose();
    this.#watching = watchFile(article, (isThere) => {
      this.#isGone = !isThere;
      this.#renderSoon(0);
    });
    this.#load();
    this.#sendStanding();
    this.#renderSoon(0);
  }

  get place(): ArticlePlace {
    return placeOf(this.#article, this.#around.services.archives);
  }

  /** Sends a page that has just come up what is not in its HTML. */
  begin(): void {
    this.#shown = undefined;
    this.annotations.begin();
    this.bodies.begin();
    this.#render();
  }

  /** Scrolls the editors to a place of what is shown. */
  scrollEditors(offset: number): void {
    const { shown } = this;
    if (!isScrolled('previewToEditor')) return;
    if (shown?.prepared.document.version === shown?.prepared.version) this.#sync.reveal(offset);
  }

  /** Selects a range of what is shown in the editors in sight. */
  selectInEditors(range: TextRange): void {
    const { shown } = this;
    if (shown?.prepared.document.version === shown?.prepared.version) this.#sync.select(range);
  }

  /** Once for each time it is opened: whoever marks it unread again means that. */
  readToEnd(version: number): void {
    // Of the article before: its page has told of it too late.
    if (this.#hasReachedEnd || version < this.#firstVersion) return;
    this.#hasReachedEnd = true;
    const isWanted = setting('preview.markRead', this.#article) === 'onEnd';
    if (isWanted && setting('articles.markRead', this.#article) !== 'manually') this.markRead(true);
  }

  async reveal(offset = this.#sync.offset ?? 0): Promise<void> {
    await revealInEditor(this.#article, offset, this.panel.viewColumn ?? vscode.ViewColumn.Active);
  }

  markRead(isRead: boolean): void {
    const place = this.place;
    place.archive?.marks.mark([place.options.path], isRead);
  }

  toggleRead(): void {
    const { archive, options } = this.place;
    if (archive !== undefined) this.markRead(archive.marks.isUnread(options.path));
  }

  async go(to: 'previous' | 'next'): Promise<void> {
    const uri = articleBeside(this.#article, to, this.#around.services.trees);
    if (uri !== undefined) await this.#around.open(this, uri);
  }

  async forgetRemoteImages(): Promise<void> {
    await this.#around.remoteImages.forget(this.place);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.bodies.dispose();
    clearTimeout(this.#timer);
    this.#watching?.dispose();
    this.#listening.dispose();
    this.#sync.dispose();
    this.annotations.dispose();
    this.#page.dispose();
  }

  #annotate(services: Services): AnnotationPart {
    const preview = this;
    return new AnnotationPart(
      {
        get article() {
          return preview.#article;
        },
        get shown() {
          return preview.#shown;
        },
        get column() {
          return preview.panel.viewColumn;
        },
        send: (message) => preview.#page.send(message),
      },
      services,
    );
  }

  #listen(): vscode.Disposable {
    const { services, remoteImages, displaySettings: writer } = this.#around;
    const sendSettings = (): void => {
      if (!writer.isWriting) this.#page.send({ kind: 'settings', settings: displaySettings() });
    };
    return vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.#is(document.uri)) this.#renderSoon(pause);
      }),
      services.problems.documents.onDidCheck(({ document }) => {
        if (this.#is(document.uri)) this.#renderSoon(0);
      }),
      services.trees.onDidChange(({ archive }) => {
        if (archive === undefined || archive === this.place.archive) this.#sendStanding();
      }),
      services.archives.onDidOpen(() => this.#settingsOfArchive()),
      ...displaySettingNames.map((name) => onDidChangeSetting(`preview.${name}`, sendSettings)),
      remoteImages.onDidChange(() => this.#settingsOfArchive()),
      this.panel.onDidChangeViewState(() => {
        // With the page went what it knew; shown again, it asks for all.
        if (!this.panel.visible) this.#page.hidden();
      }),
    );
  }

  /** How its archive is read, and what the page may load, may be known only now. */
  #settingsOfArchive(): void {
    this.#load();
    this.#renderSoon(0);
    this.annotations.followText();
  }

  /** The archive's files or settings have changed. */
  refresh(): void {
    this.#renderer.forgetImages();
    this.#settingsOfArchive();
  }

  #load(): void {
    const place = this.place;
    this.#page.loadFor(place.root, this.#around.remoteImages.of(place));
  }

  #is(uri: vscode.Uri): boolean {
    return uri.toString() === this.#article.toString();
  }

  #renderSoon(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#render(), after);
  }

  /** One render at a time: what changes meanwhile is rendered next, all of it at once. */
  #render(): void {
    this.#isStale = true;
    this.#rendering ??= this.#renderAll().finally(() => {
      this.#rendering = undefined;
    });
  }

  async #renderAll(): Promise<void> {
    while (this.#isStale && !this.#isDisposed) {
      this.#isStale = false;
      // A page that is not there asks for it when it is.
      if (!this.#page.isReady) return;
      const article = this.#article;
      try {
        if (this.#isGone) throw new GoneError();
        const shown = await this.#renderer.render(article);
        if (!this.#isDisposed && this.#is(article)) this.#show(shown);
      } catch (error) {
        if (!this.#isDisposed && this.#is(article)) this.#showFault(error);
      }
    }
  }

  #show(shown: ShownArticle): void {
    const isFirst = this.#shown === undefined;
    const change = this.#shown === undefined ? 'all' : changeOf(this.#shown, shown);
    if (change === 'none') return;
    const { head } = shown.message;
    if (this.#titled) this.panel.title = vscode.l10n.t('Preview: {0}', tabTitle(head.title));
    if (change === 'head' && this.#shown !== undefined) {
      const { version } = this.#shown.message;
      this.#shown = { ...shown, message: { ...shown.message, version } };
      this.#page.send({ kind: 'head', version, head });
      return;
    }
    this.#shown = shown;
    this.#page.send(shown.message);
    this.annotations.followText();
    if (!isFirst) return;
    this.#firstVersion = shown.message.version;
    const offset = isScrolled('editorToPreview') ? this.#sync.offset : undefined;
    if (this.#fragment !== undefined) this.#page.send({ kind: 'goToFragment', fragment: this.#fragment });
    else if (offset !== undefined) this.#page.send({ kind: 'scrollTo', offset });
    this.#fragment = undefined;
  }

  #showFault(error: unknown): void {
    this.#shown = undefined;
    const { t } = vscode.l10n;
    const reason = errorText(error);
    const message =
      error instanceof GoneError
        ? t('The file of this article is gone. It may have been moved, renamed or deleted.')
        : t('This article cannot be shown: {0}', reason);
    this.#page.send({ kind: 'fault', version: this.#renderer.nextVersion(), message });
    this.#around.services.log.warn(`${this.#article}: ${reason}`);
  }

  #sendStanding(): void {
    this.#page.send(standingOf(this.#article, this.#around.services));
  }

  #tell(error: unknown): void {
    const reason = errorText(error);
    this.#around.services.log.error(reason);
    void showError(vscode.l10n.t('The preview could not do that: {0}', reason));
  }
}

class GoneError extends Error {}
