import * as vscode from 'vscode';
import type { ArticleRow } from '../../../core/archive/groupNode';
import type { Services } from '../../services';
import { onDidChangeSetting, setting } from '../../ui/contribute';
import type { ArticlesProvider, ViewRow } from './articlesProvider';

/** Selects the article of the active editor or preview, as long as a person sees the view and wants it. */
export function followActiveEditor(
  view: vscode.TreeView<ViewRow>,
  provider: ArticlesProvider,
  { trees, activePreview }: Services,
  onDidRefresh: vscode.Event<void>,
): vscode.Disposable {
  let followed: ArticleRow | undefined;
  const activeUri = (): vscode.Uri | undefined => activePreview.article ?? uriOfActiveEditor();
  const follow = (): void => {
    const uri = activeUri();
    if (uri === undefined || !view.visible || !setting('articles.followActiveEditor', uri)) return;
    const row = trees.rowOf(uri);
    if (row === undefined) return;
    followed = row;
    if (view.selection.some((it) => it.type === 'article' && rowUri(it, trees) === uri.toString())) return;
    provider.include(row);
    // The row may be gone again by the time VS Code asks for it; then there is nothing to select.
    view.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  };
  /** Its row comes once it is read, and another takes its place when the tree is grouped or filtered anew. */
  const followAnew = (): void => {
    const uri = activeUri();
    if (uri !== undefined && trees.rowOf(uri) !== followed) follow();
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    activePreview.onDidChange(follow),
    view.onDidChangeVisibility(follow),
    onDidRefresh(followAnew),
    onDidChangeSetting('articles.followActiveEditor', follow),
  );
}

function uriOfActiveEditor(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return undefined;
}

function rowUri(row: ViewRow & { readonly type: 'article' }, trees: Services['trees']): string | undefined {
  return trees.archiveOf(row)?.uri(row.entry).toString();
}
