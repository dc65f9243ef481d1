import * as vscode from 'vscode';
import type { Archive } from '../../workspace/archives/archive';
import { readWorkspaceText } from '../../workspace/archives/readWorkspaceText';

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
