import * as vscode from 'vscode';
import type { Services } from '../../services';
import { applyToArticle } from './applyToArticle';
import { wantedImage } from './placedImages';
import { tellObstacle } from './tellObstacle';
import { whileAsking } from './whileAsking';

/** Puts one image beside its article and points every place that shows it to the file. */
export async function downloadImage(args: readonly unknown[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { remoteImages } = services;
  if (tellObstacle(remoteImages)) return;
  const before = await wantedImage(args, services);
  if (before === undefined) return;
  const { tools, url, checked } = before;
  const image = tools.remoteImages(checked.article).find((one) => one.url === url) ?? { url };
  await whileAsking(t('Downloading the image'), services, async (signal) => {
    const download = await remoteImages.fetching(signal, (own) => tools.downloadImage(image, own));
    const now = await wantedImage(args, services);
    const fix = now && tools.planLocalise(now.checked.article, [download]);
    if (now === undefined || fix === undefined) {
      throw new Error(t('The article has been changed meanwhile. Try again.'));
    }
    await applyToArticle(fix, now.checked);
  });
}
