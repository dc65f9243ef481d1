import * as vscode from 'vscode';
import type { Services } from '../../services';
import { showError } from '../../ui/notify';
import { type Progress, withCancellableProgress } from '../../ui/withCancellableProgress';
import { fetchErrorText } from './fetchErrorText';

/** Requests something from the network under a notification that can be cancelled, and shows errors; undefined then. */
export async function requestWithProgress<T>(
  title: string,
  { log }: Services,
  work: (signal: AbortSignal, progress: Progress) => Promise<T>,
): Promise<T | undefined> {
  try {
    return await withCancellableProgress(title, work);
  } catch (error) {
    log.error(`${title}: ${error}`);
    void showError(vscode.l10n.t('{0}: {1}', title, fetchErrorText(error)));
    return undefined;
  }
}
