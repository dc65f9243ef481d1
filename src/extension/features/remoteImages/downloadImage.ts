import * as vscode from 'vscode';
import { downloadImage as download, planLocalise } from '../../../core/images/remote/localiseImage';
import { remoteImages as remoteImagesOf } from '../../../core/images/remote/remoteAddresses';
import type { Services } from '../../services';
import { applyToArticle } from './applyToArticle';
import { wantedImage } from './placedImages';
import { requestWithProgress } from './requestWithProgress';
import { warnIfUnavailable } from './warnIfUnavailable';

/** Puts one image beside its article and points every place that shows it to the file. */
export async function downloadImage(args: readonly unknown[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { remoteImages } = services;
  if (warnIfUnavailable(remoteImages)) return;
  const before = await wantedImage(args, services);
  if (before === undefined) return;
  const { url, checked } = before;
  const image = remoteImagesOf(checked.article).find((one) => one.url === url) ?? { url };
  await requestWithProgress(t('Downloading the image'), services, async (signal) => {
    const downloaded = await remoteImages.fetching(signal, (tools) => download(image, tools));
    const now = await wantedImage(args, services);
    const fix = now && planLocalise(now.checked.article, [downloaded]);
    if (now === undefined || fix === undefined) {
      throw new Error(t('The article has been changed meanwhile. Try again.'));
    }
    await applyToArticle(fix, now.checked);
  });
}
