import * as vscode from 'vscode';
import { LineIndex } from '../../../core/text/lineIndex';
import { textChanges } from '../../../core/text/textChanges';
import { rangeIn } from '../../ui/rangeIn';

/** What has become of a change: in the file, in an editor that a person had changed already, or in one that cannot be saved. */
export type Written = 'saved' | 'unsaved' | 'notSaved' | 'notDone';

/**
 * Replaces the text of a file where it differs, so that it can be undone; `undefined` stands for no file. Saved unless a person
 * has something unsaved in it, which is theirs to save.
 */
export async function writeText(
  uri: vscode.Uri,
  before: string | undefined,
  after: string | undefined,
): Promise<Written> {
  const edit = new vscode.WorkspaceEdit();
  if (after === undefined || before === undefined) {
    if (after === undefined) edit.deleteFile(uri);
    else edit.createFile(uri, { contents: new TextEncoder().encode(after), ignoreIfExists: false });
    return (await vscode.workspace.applyEdit(edit)) ? 'saved' : 'notDone';
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // Another text: the places would be wrong.
  if (document.getText() !== before) return 'notDone';
  const wasDirty = document.isDirty;
  const lines = new LineIndex(before);
  for (const { range, text } of textChanges(before, after)) edit.replace(uri, rangeIn(lines, range), text);
  if (!(await vscode.workspace.applyEdit(edit))) return 'notDone';
  if (wasDirty) return 'unsaved';
  return (await document.save()) ? 'saved' : 'notSaved';
}

/** Opens a file at a place. */
export async function showAt(uri: vscode.Uri, offset: number): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const place = document.positionAt(offset);
  const selection = new vscode.Range(place, place);
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
