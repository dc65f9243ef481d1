import * as vscode from 'vscode';
import { counted } from '../../ui/counts';
import { showNumber } from '../../ui/showNumber';
import { withCancellableProgress } from '../../ui/withCancellableProgress';

/** Works through articles or files under a notification that counts them and can be cancelled; undefined when it was. */
export function withCountedProgress<T>(
  title: string,
  total: number,
  work: (signal: AbortSignal, onDone: (more: number) => void) => Promise<T>,
  kind: 'articles' | 'files' = 'articles',
): Promise<T | undefined> {
  const { t } = vscode.l10n;
  return withCancellableProgress(title, (signal, progress) => {
    let done = 0;
    return work(signal, (more) => {
      done += more;
      const message =
        kind === 'files'
          ? counted(t('{1} of 1 file|{1} of {0} files'), total, showNumber(done))
          : counted(t('{1} of 1 article|{1} of {0} articles'), total, showNumber(done));
      progress.report({ message, increment: total === 0 ? 0 : (100 * more) / total });
    });
  });
}
