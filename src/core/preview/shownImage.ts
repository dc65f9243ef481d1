import type { BlockedPart, ImageReason, PreparedArticle, PreparedImage } from './preparedArticle';

/** Whether images from elsewhere are loaded, and why not. */
export type RemoteImages = 'load' | 'off' | 'ask' | 'untrusted';

/** An image as the webview is told of it: an address to load, or the reason why there is none. */
export interface ShownImage {
  readonly id: number;
  readonly src?: string;
  readonly reason?: ImageReason;
  /** The place of the image in the document. */
  readonly start: number;
  readonly end: number;
}

/** What there is to show of an article once local images are found and it is decided on remote ones. */
export interface ShownImages {
  readonly images: readonly ShownImage[];
  /** All that was blocked, remote images that are not loaded among it; in the order of the document. */
  readonly blocked: readonly BlockedPart[];
}

const remoteReasons = { off: 'remoteOff', ask: 'remoteAsk', untrusted: 'remoteUntrusted' } as const;

/**
 * Decides on every image. `local` has the address for the webview of each archive path that exists; what it does not
 * have is missing.
 */
export function showImages(
  article: PreparedArticle,
  remote: RemoteImages,
  local: ReadonlyMap<string, string>,
): ShownImages {
  const blocked: BlockedPart[] = [...article.blocked];
  const images = article.images.map((image): ShownImage => {
    const place = { id: image.id, start: image.range.start, end: image.range.end };
    const src = sourceOf(image, remote, local);
    if (src !== undefined) return { ...place, src };
    if (image.target.kind === 'remote' && remote !== 'load') {
      blocked.push({ kind: 'remoteImage', detail: image.target.url.slice(0, 200), ...image.range });
      return { ...place, reason: remoteReasons[remote] };
    }
    return { ...place, reason: image.target.kind === 'none' ? image.target.reason : 'missing' };
  });
  return { images, blocked: blocked.sort((one, other) => one.start - other.start) };
}

/** The archive paths that have to be looked up before `showImages`. */
export function localImagePaths(article: PreparedArticle): readonly string[] {
  return [...new Set(article.images.flatMap(({ target }) => (target.kind === 'local' ? target.candidates : [])))];
}

function sourceOf(
  { target }: PreparedImage,
  remote: RemoteImages,
  local: ReadonlyMap<string, string>,
): string | undefined {
  switch (target.kind) {
    case 'data':
      return target.url;
    case 'remote':
      return remote === 'load' ? target.url : undefined;
    case 'local':
      return target.candidates.map((path) => local.get(path)).find((uri) => uri !== undefined);
    case 'none':
      return undefined;
  }
}
