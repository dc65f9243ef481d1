import type { ImageReference } from '../article/body/imageReference';
import { articleImages, writtenAddress } from './articleImages';
import type { ArticleWithImages } from './articleWithImages';
import { type DataUriFlaw, dataUriFlaw, wholeDataUri } from './dataUri';
import { type AddressFlaw, type ImageAddress, readImageAddress } from './imageAddress';
import { lazyAddresses } from './lazyAddresses';
import { localPlace } from './localPath';
import { standInMatcher } from './standIns';
import { wrappedAddress } from './wrappedAddress';

/** The one thing that is wrong with an image's address: the gravest, so that no image is told of twice. */
export type ImageTrouble =
  | { readonly kind: 'empty' }
  | { readonly kind: 'lazy'; readonly real: string }
  | { readonly kind: 'unsupported'; readonly scheme: string }
  | { readonly kind: 'malformed'; readonly flaw: AddressFlaw; readonly mended?: string }
  | { readonly kind: 'badData'; readonly flaw: DataUriFlaw }
  | { readonly kind: 'largeData'; readonly length: number }
  | { readonly kind: 'standIn' }
  | { readonly kind: 'wrapped'; readonly wrapped: string }
  | { readonly kind: 'insecure' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'wrongCase'; readonly actual: string }
  | { readonly kind: 'missing'; readonly path: string; readonly nearest?: string };

export interface TroubledImage {
  readonly image: ImageReference;
  readonly trouble: ImageTrouble;
}

const known = new WeakMap<ArticleWithImages, readonly TroubledImage[]>();

/** The images of an article whose address is not as it should be. */
export function troubledImages(article: ArticleWithImages): readonly TroubledImage[] {
  let troubled = known.get(article);
  if (troubled === undefined) {
    troubled = judge(article);
    known.set(article, troubled);
  }
  return troubled;
}

/** The address of the article's first image that nothing is wrong with, or that a placeholder hides. */
export function firstGoodAddress(article: ArticleWithImages): string | undefined {
  const troubles = new Map(troubledImages(article).map(({ image, trouble }) => [image, trouble]));
  for (const image of articleImages(article)) {
    const trouble = troubles.get(image);
    if (trouble?.kind === 'lazy') return trouble.real;
    const isGood = trouble === undefined ? isShown(image) : !isGrave(trouble);
    if (isGood && image.url !== '' && !/^data:/i.test(image.url)) return image.url;
  }
  return undefined;
}

/** What only a script would show is not told of, and may be anything. */
function isShown({ via, attribute }: ImageReference): boolean {
  return via !== 'lazy' && (via !== 'srcset' || attribute === 'srcset');
}

function isGrave({ kind }: ImageTrouble): boolean {
  return kind !== 'insecure' && kind !== 'wrapped';
}

function judge(article: ArticleWithImages): readonly TroubledImage[] {
  const images = articleImages(article);
  const isStandIn = standInMatcher(article.settings.standInImages);
  const lazy = lazyAddresses(article, images, isStandIn);
  const seen = new Set<string>();
  return images.flatMap((image) => {
    // Two images may share one Markdown definition: its address is told of once.
    const place = `${image.range.start}:${image.range.end}`;
    if (image.range.end > image.range.start && seen.has(place)) return [];
    seen.add(place);
    const real = lazy.promoted.get(image);
    if (real !== undefined) return [{ image, trouble: { kind: 'lazy', real } as const }];
    if (lazy.silent.has(image)) return [];
    const trouble = troubleOf(article, image, isStandIn);
    return trouble === undefined ? [] : [{ image, trouble }];
  });
}

function troubleOf(
  article: ArticleWithImages,
  image: ImageReference,
  isStandIn: (url: string) => boolean,
): ImageTrouble | undefined {
  const address = readImageAddress(writtenAddress(article, image));
  if (address.kind === 'malformed') return address;
  if (address.kind !== 'empty' && address.kind !== 'data' && isStandIn(image.url)) return { kind: 'standIn' };
  switch (address.kind) {
    case 'empty':
    case 'unsupported':
      return address;
    case 'data':
      return dataTrouble(article, image);
    case 'remote': {
      const wrapped = wrappedAddress(address.url);
      if (wrapped !== undefined) return { kind: 'wrapped', wrapped };
      return address.isInsecure ? { kind: 'insecure' } : undefined;
    }
    case 'local':
      return localTrouble(article, address);
  }
}

function dataTrouble({ text, settings }: ArticleWithImages, image: ImageReference): ImageTrouble | undefined {
  const length = image.range.end - image.range.start;
  const flaw = dataUriFlaw(wholeDataUri(text, image));
  if (flaw !== undefined) return { kind: 'badData', flaw };
  return length > settings.longestDataUri ? { kind: 'largeData', length } : undefined;
}

function localTrouble(
  { path, settings, knowledge }: ArticleWithImages,
  address: ImageAddress & { readonly kind: 'local' },
): ImageTrouble | undefined {
  const place = localPlace(address.path, address.absolute, path, settings.imageRoots);
  if (place.kind === 'outside') return { kind: 'outside' };
  const { files } = knowledge;
  if (files === undefined) return undefined;
  const found = place.candidates.map((candidate) => files[candidate]);
  // What the host did not look up is not known to be missing.
  if (found.some((file) => file === undefined || file.kind === 'file')) return undefined;
  for (const file of found) if (file?.kind === 'otherCase') return { kind: 'wrongCase', actual: file.actual };
  const nearest = found.flatMap((file) => (file?.kind === 'missing' ? (file.nearest ?? []) : []))[0];
  return { kind: 'missing', path: place.candidates[0] ?? address.path, ...(nearest !== undefined && { nearest }) };
}
