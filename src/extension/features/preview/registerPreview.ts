import * as vscode from 'vscode';
import type { ArticleTreeRow } from '../../../core/archive/articleTree';
import { findFrontMatter } from '../../../core/article/frontMatterBlock';
import { previewEditorType, previewPanelType } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showInformation } from '../../ui/notify';
import { isArticle } from '../../workspace/archives/isArticle';
import { articlesOf } from '../../workspace/articleArguments';
import type { ArticlePreview } from './articlePreview';
import { Previews } from './previews';

/** The article as its readers would see it, beside its editor or in place of it. */
export function registerPreview(services: Services): vscode.Disposable {
  const { archives, trees } = services;
  const previews = new Previews(services);
  const open = async (args: readonly unknown[], isBeside: boolean): Promise<ArticlePreview | undefined> => {
    await archives.start();
    if (isFrom(args[0], 'editor') && !isArticleInFront(services)) {
      await vscode.commands.executeCommand(isBeside ? 'markdown.showPreviewToSide' : 'markdown.showPreview');
      return undefined;
    }
    const article = articleToPreview(args, services);
    if (article !== undefined) return previews.open(article, isBeside);
    void showInformation(vscode.l10n.t('Open an article first, then its preview.'));
    return undefined;
  };
  const onActive = (run: (preview: ArticlePreview) => unknown) => () => previews.active && run(previews.active);
  const watched = new Map<object, vscode.Disposable>();
  return vscode.Disposable.from(
    previews,
    vscode.window.registerWebviewPanelSerializer(previewPanelType, previews),
    vscode.window.registerCustomEditorProvider(previewEditorType, previews, {
      webviewOptions: { enableFindWidget: true },
    }),
    registerCommand('openPreview', async (...args) => void (await open(args, false))),
    registerCommand('openPreviewToSide', async (...args) => void (await open(args, true))),
    registerCommand('annotateArticleInPreview', async (...args) => {
      const active = args[0] === undefined ? previews.active : undefined;
      (active ?? (await open(args, false)))?.annotations.annotateArticle();
    }),
    registerCommand(
      'lockPreview',
      onActive((preview) => previews.lock(preview, true)),
    ),
    registerCommand(
      'unlockPreview',
      onActive((preview) => previews.lock(preview, false)),
    ),
    registerCommand(
      'showPreviewSource',
      onActive((preview) => preview.reveal()),
    ),
    registerCommand('exportPreview', async (...args) => {
      const rows = trees.rowsOf(args).length === 0 ? [] : articlesOf(args, services);
      const preview = previews.inSight ?? (await open(args, false));
      if (preview === undefined) return;
      const articles = rows.length === 0 ? [preview.article] : rows.map(({ archive, entry }) => archive.uri(entry));
      await previews.export(articles, preview);
    }),
    registerCommand(
      'previousInPreview',
      onActive((preview) => preview.go('previous')),
    ),
    registerCommand(
      'nextInPreview',
      onActive((preview) => preview.go('next')),
    ),
    registerCommand(
      'toggleReadInPreview',
      onActive((preview) => preview.toggleRead()),
    ),
    registerCommand(
      'forgetRemoteImages',
      onActive((preview) => preview.forgetRemoteImages()),
    ),
    vscode.window.onDidChangeActiveTextEditor((editor) => {
      if (editor !== undefined && isArticle(editor.document.uri, archives)) previews.follow(editor.document.uri);
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) previews.moved(oldUri, newUri);
    }),
    archives.onDidOpen((archive) => {
      const refresh = (): void => previews.refresh((article) => archives.of(article) === archive);
      watched.set(
        archive,
        vscode.Disposable.from(
          archive.onDidReset(refresh),
          archive.onDidChangeProfiles(refresh),
          archive.onDidChangeOtherFiles(refresh),
        ),
      );
    }),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
    }),
    { dispose: () => vscode.Disposable.from(...watched.values()).dispose() },
  );
}

/** Of a row, a file or the active editor; also of a file that no archive counts among its articles. */
function articleToPreview(args: readonly unknown[], services: Services): vscode.Uri | undefined {
  const row = selectedRow(args[0], services);
  if (row instanceof vscode.Uri) return row;
  const [article] = articlesOf(row === undefined ? args : [row], services);
  if (article !== undefined) return article.archive.uri(article.entry);
  if (args[0] instanceof vscode.Uri) return args[0];
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document.uri : undefined;
}

/** What a key is pressed in: package.json says it with each. */
function isFrom(value: unknown, from: 'editor' | 'articles' | 'annotations'): boolean {
  return typeof value === 'object' && value !== null && 'from' in value && value.from === from;
}

function selectedRow(value: unknown, { trees, annotationTrees }: Services): ArticleTreeRow | vscode.Uri | undefined {
  if (isFrom(value, 'articles')) return trees.selected;
  const listed = isFrom(value, 'annotations') ? annotationTrees.selected : undefined;
  return listed?.row.article === undefined ? undefined : listed.archive.uri({ path: listed.row.article });
}

/**
 * Whether the active editor holds an article. The key is ours in every Markdown file until it is known that there is no archive:
 * whoever presses it right after opening an article means its preview. While the archive is still read, front matter tells.
 */
function isArticleInFront({ archives }: Services): boolean {
  const document = vscode.window.activeTextEditor?.document;
  if (document === undefined) return false;
  const archive = archives.of(document.uri);
  if (archive === undefined || archive.isArchive || archive.state === 'ready') return isArticle(document.uri, archives);
  return findFrontMatter(document.getText()).kind === 'block';
}
