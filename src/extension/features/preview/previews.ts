import * as vscode from 'vscode';
import { readPreviewState } from '../../../protocol/readPreviewMessage';
import { previewEditorType, previewPanelType } from '../../contributions';
import type { Services } from '../../services';
import { setContextKey } from '../../ui/contribute';
import { answerPreview } from './answerPreview';
import { ArticlePreview, type PreviewSurroundings } from './articlePreview';
import { DisplaySettingsWriter } from './displaySettings';
import { EditorsBeside } from './editorsBeside';
import { RemoteImagePolicy } from './remoteImagePolicy';

const lockedKey = 'preview.locked';

/** All previews: the panels that follow the active article unless they are locked, and the editors of one each. */
export class Previews implements vscode.Disposable, vscode.WebviewPanelSerializer, vscode.CustomTextEditorProvider {
  readonly #services: Services;
  readonly #around: PreviewSurroundings;
  readonly #remoteImages: RemoteImagePolicy;
  readonly #panels = new Set<ArticlePreview>();
  readonly #editors = new Set<ArticlePreview>();
  readonly #locked = new Set<ArticlePreview>();
  readonly #editorsBeside: EditorsBeside;

  constructor(services: Services) {
    this.#services = services;
    this.#remoteImages = new RemoteImagePolicy(services.context.workspaceState);
    this.#editorsBeside = new EditorsBeside(services.log);
    this.#around = {
      services,
      remoteImages: this.#remoteImages,
      displaySettings: new DisplaySettingsWriter(),
      answer: (message, preview) => answerPreview(message, preview, this.#around),
      open: (preview, article, fragment) => this.#openIn(preview, article, fragment),
    };
  }

  /** In the order they were opened. */
  get panels(): readonly ArticlePreview[] {
    return [...this.#panels];
  }

  /** The preview that a person is in. */
  get active(): ArticlePreview | undefined {
    return [...this.#panels, ...this.#editors].find(({ panel }) => panel.active);
  }

  /** A preview with a page: the one that a person is in, else any that can be seen. */
  get inSight(): ArticlePreview | undefined {
    return this.active ?? [...this.#panels, ...this.#editors].find(({ panel }) => panel.visible);
  }

  async export(articles: readonly vscode.Uri[], { bodies }: ArticlePreview): Promise<void> {
    const { exportArticles } = await import('./exportArticles');
    return exportArticles(articles, { bodies, ...this.#around });
  }

  /** Shows an article in a column: in the preview that follows there, else in a new one. */
  open(article: vscode.Uri, isBeside: boolean): ArticlePreview {
    const column = vscode.window.tabGroups.activeTabGroup.viewColumn;
    const following = [...this.#panels].filter((preview) => !this.#locked.has(preview));
    const known = following.find(({ panel }) => (panel.viewColumn === column) !== isBeside);
    if (known !== undefined) {
      known.show(article);
      this.#tellActive();
      known.panel.reveal(known.panel.viewColumn, isBeside);
      return known;
    }
    const title = vscode.l10n.t('Preview: {0}', article.path.slice(article.path.lastIndexOf('/') + 1));
    const viewColumn = isBeside ? vscode.ViewColumn.Beside : column;
    const place = { viewColumn, preserveFocus: isBeside };
    return this.#addPanel(
      vscode.window.createWebviewPanel(previewPanelType, title, place, { enableFindWidget: true }),
      article,
    );
  }

  /** Restores a panel of the last session. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const kept = readPreviewState(state);
    if (kept === undefined) {
      panel.dispose();
      return;
    }
    await this.#services.archives.start();
    const article = vscode.Uri.parse(kept.article);
    const preview = this.#addPanel(panel, article);
    if (this.#keptLocks().includes(kept.article)) this.lock(preview, true);
  }

  async resolveCustomTextEditor(document: vscode.TextDocument, panel: vscode.WebviewPanel): Promise<void> {
    await this.#services.archives.start();
    const preview = new ArticlePreview(panel, document.uri, this.#around, false);
    this.#editors.add(preview);
    this.#tellActive();
    panel.onDidChangeViewState(() => this.#tellActive());
    panel.onDidDispose(() => {
      this.#editors.delete(preview);
      this.#tellActive();
      preview.dispose();
    });
  }

  /** Another article has become the active one. */
  follow(article: vscode.Uri): void {
    for (const preview of this.#panels) if (!this.#locked.has(preview)) preview.show(article);
    this.#tellActive();
  }

  lock(preview: ArticlePreview, isLocked: boolean): void {
    if (isLocked) this.#locked.add(preview);
    else this.#locked.delete(preview);
    this.#tellActive();
    const locked = [...this.#locked].map(({ article }) => article.toString());
    void this.#services.context.workspaceState.update(lockedKey, locked);
  }

  /** What all or one of them show may look another way now. */
  refresh(isConcerned: (article: vscode.Uri) => boolean): void {
    for (const preview of [...this.#panels, ...this.#editors]) if (isConcerned(preview.article)) preview.refresh();
  }

  /** An article has another name. Editors are moved along by VS Code. */
  moved(from: vscode.Uri, to: vscode.Uri): void {
    for (const preview of this.#panels) {
      const path = preview.article.toString();
      if (path === from.toString()) preview.show(to);
      else if (path.startsWith(`${from}/`))
        preview.show(vscode.Uri.parse(`${to}${path.slice(from.toString().length)}`));
    }
    this.#tellActive();
  }

  dispose(): void {
    for (const preview of [...this.#panels, ...this.#editors]) preview.dispose();
    this.#services.activePreview.set(undefined);
    this.#remoteImages.dispose();
  }

  #addPanel(panel: vscode.WebviewPanel, article: vscode.Uri): ArticlePreview {
    const media = vscode.Uri.joinPath(this.#services.context.extensionUri, 'media');
    panel.iconPath = {
      light: vscode.Uri.joinPath(media, 'preview-light.svg'),
      dark: vscode.Uri.joinPath(media, 'preview-dark.svg'),
    };
    const preview = new ArticlePreview(panel, article, this.#around, true);
    this.#panels.add(preview);
    panel.onDidChangeViewState(() => this.#tellActive());
    panel.onDidDispose(() => {
      this.#panels.delete(preview);
      if (this.#locked.has(preview)) this.lock(preview, false);
      this.#tellActive();
      preview.dispose();
    });
    this.#tellActive();
    return preview;
  }

  async #openIn(preview: ArticlePreview, article: vscode.Uri, fragment?: string): Promise<void> {
    const followEditors = this.#editorsBeside.of(preview);
    if (this.#panels.has(preview)) {
      preview.show(article, fragment);
      await followEditors();
    } else if (preview.article.toString() === article.toString()) preview.show(article, fragment);
    else {
      const viewColumn = preview.panel.viewColumn ?? vscode.ViewColumn.Active;
      await vscode.commands.executeCommand('vscode.openWith', article, previewEditorType, viewColumn);
    }
    this.#tellActive();
  }

  #keptLocks(): readonly unknown[] {
    const kept = this.#services.context.workspaceState.get<unknown>(lockedKey);
    return Array.isArray(kept) ? kept : [];
  }

  #tellActive(): void {
    const { active } = this;
    this.#services.activePreview.set(active?.article);
    setContextKey('previewLocked', active !== undefined && this.#locked.has(active));
  }
}
