import * as vscode from 'vscode';
import { counted } from '../../ui/counts';
import { showNumber } from '../../ui/showNumber';

/** Works under a progress message that a person can stop; undefined when they did. */
export async function whileLooking<T>(
  title: string,
  total: number,
  work: (signal: AbortSignal, onDone: (more: number) => void) => Promise<T>,
  kind: 'articles' | 'files' = 'articles',
): Promise<T | undefined> {
  const { t } = vscode.l10n;
  const stop = new AbortController();
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => stop.abort());
    let done = 0;
    const onDone = (more: number): void => {
      done += more;
      const message =
        kind === 'files'
          ? counted(t('{1} of 1 file|{1} of {0} files'), total, showNumber(done))
          : counted(t('{1} of 1 article|{1} of {0} articles'), total, showNumber(done));
      progress.report({ message, increment: total === 0 ? 0 : (100 * more) / total });
    };
    try {
      return await work(stop.signal, onDone);
    } catch (error) {
      if (stop.signal.aborted) return undefined;
      throw error;
    }
  });
}
