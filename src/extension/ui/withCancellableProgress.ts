import * as vscode from 'vscode';

export type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

/** Works under a notification that shows how far it is and can be cancelled; undefined when it was. */
export async function withCancellableProgress<T>(
  title: string,
  work: (signal: AbortSignal, progress: Progress) => Promise<T>,
): Promise<T | undefined> {
  const cancel = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress(options, (progress, token) => {
      token.onCancellationRequested(() => cancel.abort());
      return work(cancel.signal, progress);
    });
  } catch (error) {
    if (cancel.signal.aborted) return undefined;
    throw error;
  }
}
