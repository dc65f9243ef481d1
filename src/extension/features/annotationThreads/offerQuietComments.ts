import * as vscode from 'vscode';
import { showError, showInformation } from '../../notify';
import type { Services } from '../../services';

const answeredKey = 'annotations.commentsPanel';

/**
 * VS Code opens its Comments panel beside the first thread of a window, where the Annotations view has the same and more. What
 * other extensions' comments do is not for us to decide, so a person is asked, once, and only this workspace is set.
 */
export async function offerQuietComments({ context, log }: Services): Promise<void> {
  const settings = vscode.workspace.getConfiguration('comments');
  const known = settings.inspect('openView');
  const isDecided = [known?.globalValue, known?.workspaceValue, known?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
  if (isDecided || context.globalState.get(answeredKey) === true) return;
  const { t } = vscode.l10n;
  const close = t('Keep It Closed Here');
  const leave = t('Leave It');
  const message = t(
    'VS Code opens its Comments panel when an article with annotations is shown first. The Annotations view lists them too.',
  );
  const chosen = await showInformation(message, close, leave);
  if (chosen === undefined) return;
  await context.globalState.update(answeredKey, true);
  if (chosen !== close) return;
  try {
    await settings.update('openView', 'never', vscode.ConfigurationTarget.Workspace);
    await vscode.commands.executeCommand('workbench.action.closePanel');
  } catch (error) {
    log.warn(`comments.openView: ${error}`);
    void showError(t('The setting comments.openView could not be written: set it to “never”.'));
  }
}
