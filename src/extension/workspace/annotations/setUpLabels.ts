import * as vscode from 'vscode';
import { labelsPath } from '../../../core/annotations/codebook/codebook';
import { defaultCodebookText } from '../../../core/annotations/codebook/defaultCodebook';
import { showError } from '../../ui/notify';
import type { ArchiveAnnotations } from './archiveAnnotations';

/** Gives an archive the usual labels, in the person's language, unless it has labels already. Whether it has them then. */
export async function setUpLabels(annotations: ArchiveAnnotations): Promise<boolean> {
  if (await annotations.hasCodebook()) return true;
  const text = defaultCodebookText(vscode.env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en');
  const edit = new vscode.WorkspaceEdit();
  const uri = annotations.archive.uri({ path: labelsPath });
  edit.createFile(uri, { ignoreIfExists: true, contents: new TextEncoder().encode(text) });
  const isDone = await vscode.workspace.applyEdit(edit);
  if (isDone) annotations.forgetCodebook();
  else {
    void showError(vscode.l10n.t('{0} could not be written. Is the folder writable?', labelsPath));
  }
  return isDone;
}
