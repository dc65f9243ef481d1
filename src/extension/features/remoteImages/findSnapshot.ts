import * as vscode from 'vscode';
import { nearestSnapshot, snapshotDate, snapshotFix } from '../../../core/images/remote/webSnapshot';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import { showInformation } from '../../ui/notify';
import { applyToArticle } from './applyToArticle';
import { wantedImage } from './placedImages';
import { requestWithProgress } from './requestWithProgress';
import { warnIfUnavailable } from './warnIfUnavailable';

/** Asks a web archive for the image as it was when the article came out, and writes the address of that. */
export async function findSnapshot(args: readonly unknown[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { remoteImages } = services;
  if (warnIfUnavailable(remoteImages)) return;
  const before = await wantedImage(args, services);
  if (before === undefined) return;
  const { url, checked } = before;
  const date = snapshotDate(checked.article);
  const endpoint = setting('images.archiveEndpoint', checked.document.uri);
  await requestWithProgress(t('Looking for a snapshot of the image'), services, async (signal) => {
    const snapshot = await remoteImages.fetching(signal, (tools) => nearestSnapshot(url, date, endpoint, tools));
    if (snapshot === undefined) {
      void showInformation(t('The web archive has no snapshot of this image.'));
      return;
    }
    const now = await wantedImage(args, services);
    if (now === undefined) throw new Error(t('The article has been changed meanwhile. Try again.'));
    await applyToArticle(snapshotFix(now.image, snapshot), now.checked);
  });
}
