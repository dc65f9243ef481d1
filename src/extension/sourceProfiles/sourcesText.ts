import * as vscode from 'vscode';
import { LineIndex } from '../../core/article/lineIndex';
import type { Archive } from '../archives/archive';
import { readWorkspaceText } from '../archives/readWorkspaceText';
import type { DocumentTools } from '../platform';
import { rangeIn } from '../problems/fixEdit';

/** An editor takes over what is saved elsewhere; longer than this it has not to. */
const patience = 3000;

/** The text of `sources.json` as the editor has it that is not saved, else the file's; undefined where there is none. */
export async function sourcesText({ sourceFile: { uri } }: Archive): Promise<string | undefined> {
  const wanted = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
  return open?.isDirty ? open.getText() : (await readWorkspaceText(uri))?.replace(/^\uFEFF/, '');
}

/** Changes only what differs, so that it can be undone; saved unless a person has something unsaved in it. Whether it is done. */
export async function writeSources(
  { sourceFile: { uri } }: Archive,
  before: string | undefined,
  after: string,
  { textChanges }: DocumentTools,
): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(after), ignoreIfExists: false });
    return vscode.workspace.applyEdit(edit);
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // Another text: the places would be wrong.
  if (!(await hasText(document, before))) return false;
  const isSaved = !document.isDirty;
  const lines = new LineIndex(before);
  for (const { range, text } of textChanges(before, after)) edit.replace(uri, rangeIn(lines, range), text);
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  return !isSaved || document.save();
}

/** Whether the editor has this text, or takes it over from the file in a moment. */
async function hasText(document: vscode.TextDocument, text: string): Promise<boolean> {
  if (document.getText() === text) return true;
  return new Promise((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(document.getText() === text);
    };
    const timer = setTimeout(settle, patience);
    const listening = vscode.workspace.onDidChangeTextDocument(() => {
      if (document.getText() === text) settle();
    });
  });
}

/** Opens the file at a place. */
export async function showSourcesAt({ sourceFile: { uri } }: Archive, offset: number, end = offset): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(offset), document.positionAt(end));
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
