import * as vscode from 'vscode';
import { articleDocument } from '../../../core/archive/articleDocument';
import type { Archive } from './archive';

/** The text of an article, as an editor has it that is not saved, else that of its file; undefined where there is neither. */
export async function documentText(archive: Archive, path: string): Promise<string | undefined> {
  const uri = archive.uri({ path }).toString();
  const open = vscode.workspace.textDocuments.find((document) => document.isDirty && document.uri.toString() === uri);
  if (open !== undefined) return open.getText();
  const text = await articleDocument(archive.files, path);
  // As an editor has it, so that both are one version.
  return typeof text === 'string' ? text.replace(/^\uFEFF/, '') : undefined;
}
