import * as vscode from 'vscode';
import type { Services } from '../../services';
import { showInformation } from '../../ui/notify';
import type { ArchiveAnnotations } from './archiveAnnotations';

/** The archive that a command is about: the only one, or the one a person picks. */
export async function askForArchive({
  archives,
  trees,
  annotations,
}: Services): Promise<ArchiveAnnotations | undefined> {
  await archives.whenRead();
  const known = trees.shown.flatMap((archive) => annotations.of(archive) ?? []);
  const [only] = known;
  if (known.length <= 1) {
    if (only === undefined) {
      void showInformation(vscode.l10n.t('There is no archive here. Set one up first.'));
    }
    return only;
  }
  const items = known.map((own) => ({ label: own.archive.folder.name, own }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Which Archive?') }))?.own;
}
