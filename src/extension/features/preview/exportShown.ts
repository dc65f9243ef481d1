import * as vscode from 'vscode';
import { type ExportHead, exportArticle } from '../../../core/preview/exportArticle';
import type { PreviewHead } from '../../../protocol/previewMessages';
import type { RemoteImagePolicy } from './remoteImagePolicy';
import type { ShownArticle } from './shownArticle';

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
};

/** Writes what a preview shows into a file that holds all of it, where a person says. */
export async function exportShown(shown: ShownArticle, html: string, remoteImages: RemoteImagePolicy): Promise<void> {
  const { t } = vscode.l10n;
  const { uri } = shown.place;
  const target = await vscode.window.showSaveDialog({
    title: t('Export as HTML'),
    defaultUri: uri.with({ path: `${uri.path.replace(/\.[^./]+$/, '')}.html` }),
    filters: { HTML: ['html'] },
  });
  if (target === undefined) return;
  const { head, language } = shown.message;
  const images = await embeddedImages(shown, remoteImages.of(shown.place) === 'load');
  const file = exportArticle({ head: exportHead(head), html, images, ...(language === undefined ? {} : { language }) });
  await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file));
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  void vscode.window.showInformationMessage(t('The article is written to {0}.', name));
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

/** The addresses of all images that are shown: local ones become part of the file. */
async function embeddedImages(
  { prepared, images }: ShownArticle,
  isRemoteShown: boolean,
): Promise<ReadonlyMap<number, string>> {
  const addresses = new Map<number, string>();
  for (const { id, target } of prepared.article.images) {
    if (target.kind === 'data') addresses.set(id, target.url);
    else if (target.kind === 'remote' && isRemoteShown) addresses.set(id, target.url);
    else if (target.kind === 'local') {
      const file = target.candidates.map((path) => images.get(path)).find((found) => found !== undefined);
      const address = file && (await dataAddress(file));
      if (address !== undefined) addresses.set(id, address);
    }
  }
  return addresses;
}

async function dataAddress(file: vscode.Uri): Promise<string | undefined> {
  const type = types[file.path.slice(file.path.lastIndexOf('.') + 1).toLowerCase()];
  if (type === undefined) return undefined;
  const bytes = await vscode.workspace.fs.readFile(file);
  return `data:${type};base64,${base64(bytes)}`;
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}
