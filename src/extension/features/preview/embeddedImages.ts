import * as vscode from 'vscode';
import { Limit } from '../../../core/archive/limit';
import type { Services } from '../../services';
import type { LocalImages } from './localImages';
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
  /** `data:` addresses by `id`. */
  readonly embedded: ReadonlyMap<number, string>;
  /** The addresses of images that are shown and could not be had, by `id`. */
  readonly leftOut: ReadonlyMap<number, string>;
}

/** Reads the local images that a preview shows, and fetches the remote ones: only where it shows those too. */
export async function embedImages(
  { prepared, images }: ShownArticle,
  services: Services,
  isRemoteShown: boolean,
  signal: AbortSignal,
): Promise<EmbeddedImages> {
  const embedded = new Map<number, string>();
  const leftOut = new Map<number, string>();
  const wanted = new Map<string, number[]>();
  for (const { id, target } of prepared.article.images) {
    if (target.kind === 'data') embedded.set(id, target.url);
    else if (target.kind === 'remote' && isRemoteShown) wanted.set(target.url, [...(wanted.get(target.url) ?? []), id]);
    else if (target.kind === 'local') {
      const [path, file] = fileOf(target.candidates, images);
      if (file === undefined) continue;
      const address = dataAddress(file.path, await vscode.workspace.fs.readFile(file));
      if (address === undefined) leftOut.set(id, path);
      else embedded.set(id, address);
    }
  }
  const fetched = wanted.size === 0 ? new Map() : await fetchAll([...wanted.keys()], services, signal);
  for (const [url, ids] of wanted) {
    const address = fetched.get(url);
    for (const id of ids) {
      if (address === undefined) leftOut.set(id, url);
      else embedded.set(id, address);
    }
  }
  return { embedded, leftOut };
}

function fileOf(candidates: readonly string[], images: LocalImages): readonly [path: string, file?: vscode.Uri] {
  const path = candidates.find((candidate) => images.has(candidate)) ?? '';
  const file = images.get(path);
  return file === undefined ? [path] : [path, file];
}

/** As `data:` addresses; what does not come is not among them. */
async function fetchAll(
  urls: readonly string[],
  { problems, remoteImages, log }: Services,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const fetched = new Map<string, string>();
  if (remoteImages.obstacle !== undefined) return fetched;
  const { downloadImage } = await problems.loadTools();
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
            const address = dataAddress(name, bytes);
            if (address !== undefined) fetched.set(url, address);
          } catch (error) {
            signal.throwIfAborted();
            log.warn(`${url} is not part of the export: ${error instanceof Error ? error.message : error}`);
          }
        });
      }
    }),
  );
  return fetched;
}

function dataAddress(name: string, bytes: Uint8Array): string | undefined {
  const type = types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()];
  return type && `data:${type};base64,${base64(bytes)}`;
}

function base64(bytes: Uint8Array): string {
  const parts: string[] = [];
  // A call takes only so many arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  return btoa(parts.join(''));
}
