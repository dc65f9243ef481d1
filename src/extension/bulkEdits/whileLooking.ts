import * as vscode from 'vscode';
import { showNumber } from '../showNumber';

/** Works under a progress message that a person can stop; undefined when they did. */
export async function whileLooking<T>(
  title: string,
  articles: number,
  work: (signal: AbortSignal, onDone: (articles: number) => void) => Promise<T>,
): Promise<T | undefined> {
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => stop.abort());
    let done = 0;
    const onDone = (more: number): void => {
      done += more;
      const message = vscode.l10n.t('{0} of {1} articles', showNumber(done), showNumber(articles));
      progress.report({ message, increment: articles === 0 ? 0 : (100 * more) / articles });
    };
    try {
      return await work(stop.signal, onDone);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      throw error;
    }
  });
}
