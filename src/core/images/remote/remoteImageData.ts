import type { ImageVerdict } from './imageVerdict';

/** What a problem of a remote image holds: a light bulb, a hover and a later check need no more. */
export interface RemoteImageData {
  readonly url: string;
  readonly verdict: ImageVerdict;
}

/** The data of a problem; undefined for one that is no verdict on a remote image. */
export function remoteImageData(data: unknown): RemoteImageData | undefined {
  return typeof data === 'object' && data !== null && 'verdict' in data ? (data as RemoteImageData) : undefined;
}
