import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import { showError } from '../../ui/notify';
import { fileExists } from '../../workspace/archives/fileExists';

/** Copies the sample archive that comes with the extension to a folder a person chooses, and opens the copy. */
export async function openSampleArchive(extension: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const [parent] =
    (await vscode.window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      title: t('Where Should the Copy of the Sample Archive Be?'),
      openLabel: t('Copy Here'),
    })) ?? [];
  if (parent === undefined) return;
  try {
    const copy = await copySampleArchive(extension, parent);
    const forceNewWindow = (vscode.workspace.workspaceFolders ?? []).length > 0;
    await vscode.commands.executeCommand('vscode.openFolder', copy, { forceNewWindow });
  } catch (error) {
    const why = errorText(error);
    await showError(t('The sample archive could not be copied. {0}', why));
  }
}

/** Copies it into a folder of its own, beside any copy made before. */
export async function copySampleArchive(extension: vscode.Uri, parent: vscode.Uri): Promise<vscode.Uri> {
  let copy = vscode.Uri.joinPath(parent, 'marginalia-sample');
  for (let number = 2; await fileExists(copy); number++)
    copy = vscode.Uri.joinPath(parent, `marginalia-sample-${number}`);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(extension, 'dist', 'sample'), copy, { overwrite: false });
  return copy;
}
