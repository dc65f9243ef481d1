import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showError } from '../../ui/notify';

/** Renaming and merging labels, in the codebook and in all annotations that have them. */
export function registerLabels(services: Services): vscode.Disposable {
  const { log } = services;
  const load = () => import('./changeLabel');
  const telling = async (work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error(`Changing a label: ${error}`);
      const why = errorText(error);
      void showError(vscode.l10n.t('The label could not be changed. {0}', why));
    }
  };
  return vscode.Disposable.from(
    registerCommand('renameLabel', (value) => telling(async () => (await load()).renameLabel(value, services))),
    registerCommand('mergeLabel', (value) => telling(async () => (await load()).mergeLabel(value, services))),
  );
}
