import * as vscode from 'vscode';
import { LineIndex } from '../../../core/text/lineIndex';
import { textChanges } from '../../../core/text/textChanges';
import type { Archive } from '../../workspace/archives/archive';
import { readWorkspaceText } from '../../workspace/archives/readWorkspaceText';
import { rangeIn } from '../../workspace/problems/fixEdit';

/** An editor takes over what is saved elsewhere; longer than this it has not to. */
const patience = 3000;

/** The text of `sources.json` as the editor has it that is not saved, else the file's; undefined where there is none. */
export async function sourcesText({ sourceFile: { uri } }: Archive): Promise<string | undefined> {
  const wanted = uri.toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === wanted);
  return open?.isDirty ? open.getText() : (await readWorkspaceText(uri))?.replace(/^\uFEFF/, '');
}

/**
 * The text that changes are made in: the editor's, which writes line ends in one way, once it has taken over what is in the
 * file. Undefined where there is no file.
 */
export async function textToEdit(archive: Archive): Promise<string | undefined> {
  const text = await sourcesText(archive);
  if (text === undefined) return undefined;
  const document = await vscode.workspace.openTextDocument(archive.sourceFile.uri);
  await takesOver(document, text);
  return document.getText();
}

/** Changes only what differs, so that it can be undone; saved unless a person has something unsaved in it. */
export async function writeSources(
  { sourceFile: { uri } }: Archive,
  before: string | undefined,
  after: string,
): Promise<'done' | 'notSaved' | 'notDone'> {
  const edit = new vscode.WorkspaceEdit();
  if (before === undefined) {
    edit.createFile(uri, { contents: new TextEncoder().encode(after), ignoreIfExists: false });
    return (await vscode.workspace.applyEdit(edit)) ? 'done' : 'notDone';
  }
  const document = await vscode.workspace.openTextDocument(uri);
  // Another text: the places would be wrong.
  if (document.getText() !== before) return 'notDone';
  const isSaved = !document.isDirty;
  const lines = new LineIndex(before);
  for (const { range, text } of textChanges(before, after)) edit.replace(uri, rangeIn(lines, range), text);
  if (!(await vscode.workspace.applyEdit(edit))) return 'notDone';
  return !isSaved || (await document.save()) ? 'done' : 'notSaved';
}

/** Resolves when the document has this text, or has had its time. */
async function takesOver(document: vscode.TextDocument, text: string): Promise<void> {
  const wanted = withOneLineEnd(text);
  if (document.getText() === wanted) return;
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve();
    };
    const timer = setTimeout(settle, patience);
    const listening = vscode.workspace.onDidChangeTextDocument(() => {
      if (document.getText() === wanted) settle();
    });
  });
}

/** As editors read a text: its lines end in the way that most of them do. */
function withOneLineEnd(text: string): string {
  const all = text.match(/\r\n?|\n/g) ?? [];
  const windows = all.filter((end) => end !== '\n').length;
  return text.replaceAll(/\r\n?|\n/g, windows > all.length / 2 ? '\r\n' : '\n');
}

/** Opens the file at a place. */
export async function showSourcesAt({ sourceFile: { uri } }: Archive, offset: number, end = offset): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  const selection = new vscode.Range(document.positionAt(offset), document.positionAt(end));
  const editor = await vscode.window.showTextDocument(document, { selection });
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
