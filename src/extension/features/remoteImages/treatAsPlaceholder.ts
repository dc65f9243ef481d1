import * as vscode from 'vscode';
import { downloadImage } from '../../../core/images/remote/localiseImage';
import { largestKnownPicture, sha256 } from '../../../core/images/remote/placeholders';
import { remoteImages as remoteImagesOf } from '../../../core/images/remote/remoteAddresses';
import type { Services } from '../../services';
import { checkImages } from './checkImages';
import { wantedImage } from './placedImages';
import { requestWithProgress } from './requestWithProgress';
import { warnIfUnavailable } from './warnIfUnavailable';

/**
 * Learns a picture that servers send in the place of one they do not have, and looks for it wherever an image was as large:
 * the same picture has the same bytes.
 */
export async function treatAsPlaceholder(args: readonly unknown[], services: Services): Promise<void> {
  const { remoteImages } = services;
  if (warnIfUnavailable(remoteImages)) return;
  const wanted = await wantedImage(args, services);
  if (wanted === undefined) return;
  const { url, checked } = wanted;
  const image = remoteImagesOf(checked.article).find((one) => one.url === url) ?? { url };
  const title = vscode.l10n.t('Remembering the picture');
  const bytes = await requestWithProgress(title, services, async (signal) => {
    const fetched = await remoteImages.fetching(signal, (tools) => downloadImage(image, tools, largestKnownPicture));
    await addHash(await sha256(fetched.bytes));
    return fetched.bytes.length;
  });
  if (bytes === undefined) return;
  const { archive } = checked;
  await checkImages([{ archive, paths: [...archive.index.paths()] }], { ofSize: bytes }, services);
}

/** Where the setting is set already, else for the person. */
async function addHash(hash: string): Promise<void> {
  const settings = vscode.workspace.getConfiguration('marginalia.images');
  const name = 'placeholderHashes';
  const known = settings.get<readonly string[]>(name) ?? [];
  if (known.includes(hash)) return;
  const { workspaceValue } = settings.inspect(name) ?? {};
  const { Global, Workspace } = vscode.ConfigurationTarget;
  await settings.update(name, [...known, hash], workspaceValue === undefined ? Global : Workspace);
}
