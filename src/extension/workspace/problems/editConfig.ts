import * as vscode from 'vscode';
import { configPath } from '../../../core/config/archiveConfig';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { showError } from '../../ui/notify';
import type { Archive } from '../archives/archive';
import { fileExists } from '../archives/fileExists';
import { writeText } from '../archives/textFile';

/** A change of `config.json` that has been done. */
export interface ConfigEdit {
  /** Puts back what was there; false where the file has been changed since. */
  undo(): Promise<boolean>;
}

/**
 * Changes the text of an archive's `config.json`, which may not be there yet, where it must and nowhere else. What cannot be
 * done is told, and the result undefined.
 */
export async function editConfig(
  archive: Archive,
  change: (text: string | undefined) => string | undefined,
  { log }: Pick<Services, 'log'>,
): Promise<ConfigEdit | undefined> {
  const { t } = vscode.l10n;
  const config = archive.uri({ path: configPath });
  try {
    const document = (await fileExists(config)) ? await vscode.workspace.openTextDocument(config) : undefined;
    const before = document?.getText();
    const after = change(before);
    if (after === undefined) {
      const open = t('Open');
      const why = t('{0} cannot be read as it should be. Mend it, then try again.', configPath);
      if ((await showError(why, open)) === open) await vscode.window.showTextDocument(config);
      return undefined;
    }
    await write(config, before, after);
    return { undo: () => undo(config, before, after) };
  } catch (error) {
    log.error(`${configPath}: ${error}`);
    const why = errorText(error);
    await showError(t('{0} could not be changed. {1}', configPath, why));
    return undefined;
  }
}

async function undo(config: vscode.Uri, before: string | undefined, after: string): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(config);
  if (document.getText() !== after) return false;
  await write(config, after, before);
  return true;
}

async function write(config: vscode.Uri, before: string | undefined, after: string | undefined): Promise<void> {
  const written = await writeText(config, before, after);
  if (written === 'notDone') throw new Error(vscode.l10n.t('Is the folder writable?'));
  // What else somebody has typed there is theirs to save.
  if (written === 'unsaved') await vscode.window.showTextDocument(config);
}
