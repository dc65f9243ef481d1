import { type DataUriFlaw, dataUriFlaw } from './dataUri';
import { type AddressFlaw, readImageAddress } from './imageAddress';
import { localPlace } from './localPath';
import { standInMatcher } from './standIns';

/** Why an image is nowhere, whatever files and servers there are. */
export type ImageFault =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unsupported'; readonly scheme: string }
  | { readonly kind: 'malformed'; readonly flaw: AddressFlaw; readonly mended?: string }
  | { readonly kind: 'badData'; readonly flaw: DataUriFlaw }
  | { readonly kind: 'standIn' }
  | { readonly kind: 'outside' };

export type ImageLocation =
  | { readonly kind: 'remote'; readonly url: string; readonly isInsecure: boolean }
  /** Paths of the archive, best first: the first that exists is the image. */
  | { readonly kind: 'local'; readonly candidates: readonly string[] }
  | { readonly kind: 'data'; readonly uri: string }
  | { readonly kind: 'none'; readonly fault: ImageFault };

/** What URLs of an article's images are read by. */
export interface ImageContext {
  /** Of the article, relative to the archive, with `/`. */
  readonly path: string;
  readonly imageRoots: readonly string[];
  readonly standInImages: readonly string[];
}

/** Where the image of a URL is, or why it is nowhere: the one answer that problems and preview give. */
export function locateImage(written: string, { path, imageRoots, standInImages }: ImageContext): ImageLocation {
  const address = readImageAddress(written);
  if (address.kind === 'empty' || address.kind === 'malformed') return { kind: 'none', fault: address };
  if (address.kind === 'data') {
    const uri = written.trim();
    const flaw = dataUriFlaw(uri);
    return flaw === undefined ? { kind: 'data', uri } : { kind: 'none', fault: { kind: 'badData', flaw } };
  }
  if (standInMatcher(standInImages)(written.trim())) return { kind: 'none', fault: { kind: 'standIn' } };
  if (address.kind === 'unsupported') return { kind: 'none', fault: address };
  if (address.kind === 'remote') return address;
  const place = localPlace(address.path, address.absolute, path, imageRoots);
  return place.kind === 'inside'
    ? { kind: 'local', candidates: place.candidates }
    : { kind: 'none', fault: { kind: 'outside' } };
}
