import * as vscode from 'vscode';
import type { ExportHead } from '../../../core/preview/exportArticle';
import type { PreviewHead } from '../../../protocol/previewMessages';
import { showInformation } from '../../notify';
import type { Services } from '../../services';
import { showNumber } from '../../showNumber';
import { embedImages } from './embeddedImages';
import type { RemoteImagePolicy } from './remoteImagePolicy';
import type { ShownArticle } from './shownArticle';

/** Writes what a preview shows into a file that holds all of it, where a person says. The file never asks for anything. */
export async function exportShown(
  shown: ShownArticle,
  html: string,
  services: Services,
  remoteImages: RemoteImagePolicy,
): Promise<void> {
  const { t } = vscode.l10n;
  const { uri } = shown.place;
  const target = await vscode.window.showSaveDialog({
    title: t('Export as HTML'),
    defaultUri: uri.with({ path: `${uri.path.replace(/\.[^./]+$/, '')}.html` }),
    filters: { HTML: ['html'] },
  });
  if (target === undefined) return;
  const isRemoteShown = remoteImages.of(shown.place) === 'load';
  const images = await whileCollecting((signal) => embedImages(shown, services, isRemoteShown, signal));
  if (images === undefined) return;
  const { exportArticle } = await services.problems.loadTools();
  const { head, language } = shown.message;
  const file = exportArticle({
    head: exportHead(head),
    html,
    ...images,
    words: { leftOut: t('Image not in this file'), listed: t('Images that are not in this file') },
    ...(language === undefined ? {} : { language }),
  });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file));
  const said = [t('The article is written to {0}.', target.path.slice(target.path.lastIndexOf('/') + 1))];
  const notLoaded = shown.message.blocked.filter(({ kind }) => kind === 'remoteImage').length;
  if (notLoaded > 0) {
    said.push(t('It is without {0} remote images, which the preview does not load.', showNumber(notLoaded)));
  }
  if (images.leftOut.size > 0) {
    said.push(
      t('It is without {0} images that could not be had; it lists their addresses.', showNumber(images.leftOut.size)),
    );
  }
  void showInformation(said.join(' '));
}

/** Undefined where a person does not wait for the images. */
async function whileCollecting<T>(collect: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
  const stop = new AbortController();
  const title = vscode.l10n.t('Collecting the images of the article');
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  try {
    return await vscode.window.withProgress(options, (_, token) => {
      token.onCancellationRequested(() => stop.abort());
      return collect(stop.signal);
    });
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    throw error;
  }
}

function exportHead({ title, source, author, date, dateText, categories, image, link }: PreviewHead): ExportHead {
  const { t } = vscode.l10n;
  const written = dateText === undefined ? date : `${date ?? ''} (${t('Written as {0}', dateText)})`;
  const line = [source, author, written].filter((part) => part !== undefined).join(' · ');
  return {
    title,
    details: [line, categories.join(', ')].filter((detail) => detail !== ''),
    ...(link === undefined ? {} : { link: { url: link, text: t('Read the original') } }),
    ...(image === undefined ? {} : { image }),
  };
}
