import * as vscode from 'vscode';
import { showInformation } from '../../ui/notify';
import type { RemoteImages } from '../../workspace/images/remoteImages';

/** Whether no server is asked here, and says why. */
export function warnIfUnavailable({ obstacle }: Pick<RemoteImages, 'obstacle'>): boolean {
  const { t } = vscode.l10n;
  if (obstacle === undefined) return false;
  void showInformation(
    obstacle === 'untrusted'
      ? t('In a workspace that you do not trust, no server is asked for images.')
      : t(
          'Checking and downloading images needs VS Code on a desktop or a server: a browser shows no program the answers.',
        ),
  );
  return true;
}
