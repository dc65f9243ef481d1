import * as vscode from 'vscode';
import type { Services } from '../../services';
import { showError } from '../../ui/notify';
import { whyNot } from './whyNot';

/** Asks the network under a progress message that a person can stop, and says what went wrong; undefined then. */
export async function whileAsking<T>(
  title: string,
  { log }: Services,
  work: (signal: AbortSignal, progress: vscode.Progress<{ readonly message?: string }>) => Promise<T>,
): Promise<T | undefined> {
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => stop.abort());
      return work(stop.signal, progress);
    });
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    log.error(`${title}: ${error}`);
    void showError(vscode.l10n.t('{0}: {1}', title, whyNot(error)));
    return undefined;
  }
}
