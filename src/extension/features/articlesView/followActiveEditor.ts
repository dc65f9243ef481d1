import * as vscode from 'vscode';
import type { ArticleLeaf, ArticleTypes } from '../../../core/archive/articleTree';
import type { Services } from '../../services';
import { onDidChangeSetting, setting } from '../../ui/contribute';
import type { TreeProvider, ViewRow } from '../../ui/treeProvider';

/** Selects the article of the active editor or preview, as long as a person sees the view and wants it. */
export function followActiveEditor(
  view: vscode.TreeView<ViewRow<ArticleTypes>>,
  provider: TreeProvider<ArticleTypes>,
  { trees, activePreview }: Services,
  onDidRefresh: vscode.Event<void>,
): vscode.Disposable {
  let followed: ArticleLeaf | undefined;
  const activeUri = (): vscode.Uri | undefined => activePreview.article ?? uriOfActiveEditor();
  const follow = (): void => {
    const uri = activeUri();
    if (uri === undefined || !view.visible || !setting('articles.followActiveEditor', uri)) return;
    const row = trees.rowOf(uri);
    if (row === undefined) return;
    followed = row;
    if (view.selection.some((it) => it.type === 'leaf' && rowUri(it, trees) === uri.toString())) return;
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

function rowUri(row: ArticleLeaf, trees: Services['trees']): string | undefined {
  return trees.archiveOf(row)?.uri(row.item).toString();
}
