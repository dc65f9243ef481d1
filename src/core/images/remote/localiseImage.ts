import type { Fix } from '../../text/fix';
import { say } from '../../text/message';
import type { TextEdit } from '../../text/textEdit';
import { articleImages } from '../articleImages';
import type { ArticleWithImages } from '../articleWithImages';
import { relativeAddress } from '../localPath';
import { CannotFetch } from './cannotFetch';
import { type FetchTools, fetchWhole } from './fetchWhole';
import { type FileFormat, fileFormat, isImageFormat } from './imageFormat';
import { isCutShort } from './isCutShort';
import { sha256 } from './placeholders';
import { remoteAddress } from './remoteAddresses';
import type { RemoteImage } from './remoteImage';

/** No picture of an article is larger; what is, is not downloaded unasked. */
export const largestDownload = 32 * 1024 * 1024;

/** An image as it was fetched, with the name of a file that only the same bytes have. */
export interface DownloadedImage {
  readonly url: string;
  readonly bytes: Uint8Array;
  /** Such as `image-3f2a….png`. */
  readonly name: string;
}

const endings: Partial<Readonly<Record<FileFormat, string>>> = { jpeg: 'jpg', tiff: 'tif' };

/** Downloads an image. Rejects with a `CannotFetch` where what comes is not a whole image. */
export async function downloadImage(
  { url, site }: RemoteImage,
  tools: FetchTools,
  mostBytes = largestDownload,
): Promise<DownloadedImage> {
  const headers = { accept: 'image/*,*/*;q=0.8', ...(site === undefined ? {} : { referer: site }) };
  const { body } = await fetchWhole(url, headers, mostBytes, tools);
  const format = fileFormat(body);
  if (format === undefined || !isImageFormat(format)) throw new CannotFetch(say('What comes is no image.'));
  if (isCutShort(body, format, body.length, true)) throw new CannotFetch(say('The image is cut off.'));
  const hash = (await sha256(body)).slice(0, 16);
  return { url, bytes: body, name: `image-${hash}.${endings[format] ?? format}` };
}

/**
 * Puts downloaded images beside an article and points every address of theirs to the files: one edit for each place, one
 * file for each picture. The name is the content's hash, so a file that is there already is the same and needs no
 * writing; whoever applies the fix never overwrites. Undefined where the article names none of the images.
 */
export function planLocalise(article: ArticleWithImages, downloads: readonly DownloadedImage[]): Fix | undefined {
  const byUrl = new Map(downloads.map((download) => [download.url, download]));
  const folder = article.path.slice(0, article.path.lastIndexOf('/') + 1);
  const edits = new Map<number, TextEdit>();
  const used = new Map<string, DownloadedImage>();
  for (const image of articleImages(article)) {
    const download = byUrl.get(remoteAddress(article, image) ?? '');
    if (download === undefined) continue;
    edits.set(image.range.start, { range: image.range, text: relativeAddress(article.path, folder + download.name) });
    used.set(download.name, download);
  }
  if (edits.size === 0) return undefined;
  const [first] = used.values();
  return {
    title:
      used.size === 1
        ? say('Save the image as {0}', first?.name ?? '')
        : say('Save {0} images beside the article', used.size),
    edits: [...edits.values()],
    files: [...used.values()].map(({ name, bytes }) => ({ path: folder + name, bytes })),
  };
}
