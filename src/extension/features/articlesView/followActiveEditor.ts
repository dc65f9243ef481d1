import * as vscode from 'vscode';
import { onDidChangeSetting, setting } from '../../contribute';
import type { Services } from '../../services';
import type { ArticlesProvider, ViewRow } from './articlesProvider';

/** Selects the article of the active editor, as long as a person sees the view and wants it. */
export function followActiveEditor(
  view: vscode.TreeView<ViewRow>,
  provider: ArticlesProvider,
  { trees }: Services,
): vscode.Disposable {
  let shown: string | undefined;
  const follow = (): void => {
    const uri = activeUri();
    if (uri === undefined || !view.visible || !setting('articles.followActiveEditor', uri)) return;
    if (view.selection.some((row) => row.type === 'article' && rowUri(row, trees) === uri.toString())) return;
    const row = trees.rowOf(uri);
    if (row === undefined) return;
    shown = uri.toString();
    provider.include(row);
    // The row may be gone again by the time VS Code asks for it; then there is nothing to select.
    view.reveal(row, { select: true, focus: false, expand: false }).then(undefined, () => undefined);
  };
  const followAnew = (): void => {
    if (activeUri()?.toString() !== shown) follow();
  };
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(follow),
    view.onDidChangeVisibility(follow),
    // The article of an editor that was open from the start shows up once it is read.
    trees.onDidChange(followAnew),
    onDidChangeSetting('articles.followActiveEditor', follow),
  );
}

function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  if (input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom) return input.uri;
  return undefined;
}

function rowUri(row: ViewRow & { readonly type: 'article' }, trees: Services['trees']): string | undefined {
  return trees.archiveOf(row)?.uri(row.entry).toString();
}
