import * as vscode from 'vscode';
import { Limit } from '../../../core/archive/limit';
import { downloadImage } from '../../../core/images/remote/localiseImage';
import type { LeftOutImage } from '../../../core/preview/exportArticle';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { imageReason } from './previewWords';
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

const atOnce = 4;
/** What a file may hold that a browser is to open. */
const mostBytes = 64 * 1024 * 1024;

/** The images of an article as they go into a file. */
export interface EmbeddedImages {
  /** `data:` URLs by `id`. */
  readonly embedded: ReadonlyMap<number, string>;
  /** All others, by `id`. */
  readonly leftOut: ReadonlyMap<number, LeftOutImage>;
  /** How many of those could not be read or fetched. */
  readonly failed: number;
}

/** Reads the local images that a preview shows, and fetches the remote ones: only where it shows those too. */
export async function embedImages(
  { prepared, images }: ShownArticle,
  services: Services,
  isRemoteShown: boolean,
  signal: AbortSignal,
): Promise<EmbeddedImages> {
  const notInFile = vscode.l10n.t('Image not in this file');
  const embedded = new Map<number, string>();
  const leftOut = new Map<number, LeftOutImage>();
  const wanted = new Map<string, number[]>();
  let failed = 0;
  const embed = (id: number, url: string, data: string | undefined): void => {
    if (data !== undefined) embedded.set(id, data);
    else {
      leftOut.set(id, { url, reason: notInFile });
      failed++;
    }
  };
  for (const { id, target } of prepared.article.images) {
    if (target.kind === 'data') embedded.set(id, target.url);
    else if (target.kind === 'none') leftOut.set(id, { reason: imageReason(target.reason) });
    else if (target.kind === 'remote') {
      if (isRemoteShown) wanted.set(target.url, [...(wanted.get(target.url) ?? []), id]);
      else leftOut.set(id, { url: target.url, reason: notInFile });
    } else {
      const path = target.candidates.find((candidate) => images.has(candidate));
      const file = path === undefined ? undefined : images.get(path);
      if (path !== undefined && file !== undefined) embed(id, path, await readImage(file, services));
      else leftOut.set(id, { url: target.candidates[0] ?? '', reason: imageReason('missing') });
    }
  }
  const fetched = wanted.size === 0 ? new Map() : await fetchAll([...wanted.keys()], services, signal);
  for (const [url, ids] of wanted) for (const id of ids) embed(id, url, fetched.get(url));
  return { embedded, leftOut, failed };
}

async function readImage(file: vscode.Uri, { log }: Services): Promise<string | undefined> {
  try {
    return dataUrl(file.path, await vscode.workspace.fs.readFile(file));
  } catch (error) {
    log.warn(`${file} is not part of the export: ${errorText(error)}`);
    return undefined;
  }
}

/** As `data:` URLs; what does not come is not among them. */
async function fetchAll(
  urls: readonly string[],
  { remoteImages, log }: Services,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const fetched = new Map<string, string>();
  if (remoteImages.obstacle !== undefined) return fetched;
  const downloads = new Limit(atOnce);
  let size = 0;
  await remoteImages.fetching(signal, (tools) =>
    downloads.during(async () => {
      for (const url of urls) {
        await downloads.add(async () => {
          if (size >= mostBytes) return;
          try {
            const { name, bytes } = await downloadImage({ url }, tools);
            size += bytes.length;
            const address = dataUrl(name, bytes);
            if (address !== undefined) fetched.set(url, address);
          } catch (error) {
            signal.throwIfAborted();
            log.warn(`${url} is not part of the export: ${errorText(error)}`);
          }
        });
      }
    }),
  );
  return fetched;
}

function dataUrl(name: string, bytes: Uint8Array): string | undefined {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  return type && `data:${type};base64,${base64(bytes)}`;
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}
