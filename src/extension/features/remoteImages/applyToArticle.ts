import * as vscode from 'vscode';
import type { Fix } from '../../../core/text/fix';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { addArticleEdit } from '../../workspace/problems/fixEdit';

/** Does a fix in an open article, files and text in one step; rejects where the text is another by now. */
export async function applyToArticle(
  { edits, files }: Pick<Fix, 'edits' | 'files'>,
  { archive, path, article, document, version }: CheckedDocument,
): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  addArticleEdit(edit, { archive, path, text: article.text, edits, ...(files && { files }) });
  if (document.version !== version || !(await vscode.workspace.applyEdit(edit))) {
    throw new Error(vscode.l10n.t('The article has been changed meanwhile. Try again.'));
  }
}
