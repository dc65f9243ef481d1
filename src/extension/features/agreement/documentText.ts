import * as vscode from 'vscode';
import { articleDocument } from '../../../core/archive/articleDocument';
import type { Archive } from '../../workspace/archives/archive';

/** The text of an article, that of an open editor before that of the file; undefined where neither can be read. */
export async function documentText(archive: Archive, path: string): Promise<string | undefined> {
  const uri = archive.uri({ path }).toString();
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri);
  if (open !== undefined) return open.getText();
  const text = await articleDocument(archive.files, path);
  return typeof text === 'string' ? text : undefined;
}
