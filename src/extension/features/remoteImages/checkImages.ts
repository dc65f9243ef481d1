import * as vscode from 'vscode';
import type { RemoteProgress } from '../../../core/images/remote/remoteLedger';
import { errorText } from '../../../core/text/errorText';
import { problemsView } from '../../contributions';
import type { Services } from '../../services';
import { showError, showInformation, showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import { withCancellableProgress } from '../../ui/withCancellableProgress';
import type { ImagesWanted } from '../../workspace/images/imageRun';
import type { ArticlesOfArchive } from '../../workspace/images/listImages';
import type { ImageCheckEnd } from '../../workspace/images/remoteImages';
import { warnIfUnavailable } from './warnIfUnavailable';

/** A person sees no more of a number that moves faster. */
const progressEvery = 250;

/** Checks the remote images of articles while a person can see how far it is and stop it. */
export async function checkImages(
  articles: readonly ArticlesOfArchive[],
  wanted: ImagesWanted,
  { remoteImages, log }: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  if (warnIfUnavailable(remoteImages)) return;
  try {
    const end = await withCancellableProgress(t('Checking remote images'), (signal, progress) =>
      remoteImages.check(articles, { wanted, signal, onProgress: reporter(progress) }),
    );
    // Not awaited: the message stays until the person has read it.
    if (end !== undefined) void tellEnd(end, wanted);
  } catch (error) {
    log.error(`Checking remote images: ${error}`);
    const why = errorText(error);
    void showError(t('The remote images could not be checked. {0}', why));
  }
}

/** Reports how many images of all are done, how many are broken and how fast it goes. */
export function reporter(
  progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
): (now: RemoteProgress) => void {
  const start = performance.now();
  let told = Number.NEGATIVE_INFINITY;
  let share = 0;
  return ({ done, total, remembered, broken }) => {
    const now = performance.now();
    if (now - told < progressEvery && done < total) return;
    told = now;
    const rate = Math.round(((done - remembered) * 1000) / Math.max(1, now - start));
    const before = share;
    share = total === 0 ? 0 : (100 * done) / total;
    const message = vscode.l10n.t(
      '{0} of {1}, {2} broken, {3}/s',
      showNumber(done),
      showNumber(total),
      showNumber(broken),
      showNumber(rate),
    );
    progress.report({ message, increment: share - before });
  };
}

async function tellEnd({ end, total, done, broken }: ImageCheckEnd, wanted: ImagesWanted): Promise<void> {
  const { t } = vscode.l10n;
  if (end === 'offline') {
    await showWarning(t('No server could be reached: is there a network? No image was marked.'));
    return;
  }
  if (end === 'done' && total === 0) {
    await showInformation(
      wanted === 'broken' ? t('No remote image here is known to be broken.') : t('There are no remote images here.'),
    );
    return;
  }
  const message =
    end === 'done'
      ? t('Remote images checked: {0}, of which {1} are broken.', showNumber(total), showNumber(broken))
      : t(
          'Stopped. Remote images checked: {0} of {1}, of which {2} are broken.',
          showNumber(done),
          showNumber(total),
          showNumber(broken),
        );
  const show = t('Show Problems');
  const chosen = await (broken > 0 ? showInformation(message, show) : showInformation(message));
  if (chosen === show) await vscode.commands.executeCommand(`${problemsView}.focus`);
}
