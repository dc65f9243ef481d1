import type { FileStamp } from '../host/archiveFiles';
import type { RemoteImage } from '../images/remote/remoteImage';
import type { CheckSettings } from './checkSettings';

/** The remote images of one article as its file stands on disk. */
export interface ListedImages {
  readonly path: string;
  readonly remoteImages: readonly RemoteImage[];
}

/** Finds the remote images of articles: in worker threads where there are any, else inline. Checkers of articles are such. */
export interface RemoteImageLister {
  /** Files that cannot be read, and those without remote images, are left out. */
  remoteImages(
    files: readonly FileStamp[],
    settings: CheckSettings,
    signal: AbortSignal,
  ): Promise<readonly ListedImages[]>;
}
