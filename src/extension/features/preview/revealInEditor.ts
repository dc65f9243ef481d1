import * as vscode from 'vscode';

/** Shows a place of an article in its editor: the one that is open, else one in the column that is given. */
export async function revealInEditor(uri: vscode.Uri, offset: number, column: vscode.ViewColumn): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.positionAt(offset);
  const editor = await vscode.window.showTextDocument(document, { viewColumn: columnOf(uri) ?? column });
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

function columnOf(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const isOfArticle = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  const groups = vscode.window.tabGroups.all.filter(({ tabs }) => tabs.some(isOfArticle));
  // Best where it is in sight already.
  const inSight = groups.find(({ activeTab }) => activeTab !== undefined && isOfArticle(activeTab));
  return (inSight ?? groups[0])?.viewColumn;
}
