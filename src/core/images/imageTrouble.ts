import type { ImageReference } from '../article/body/imageReference';
import { articleImages, writtenAddress } from './articleImages';
import type { ArticleWithImages } from './articleWithImages';
import { wholeDataUri } from './dataUri';
import { lazyAddresses } from './lazyAddresses';
import { type ImageContext, type ImageFault, locateImage } from './locateImage';
import { standInMatcher } from './standIns';
import { wrappedAddress } from './wrappedAddress';

/** The one thing that is wrong with an image's address: the gravest, so that no image is told of twice. */
export type ImageTrouble =
  | ImageFault
  | { readonly kind: 'lazy'; readonly real: string }
  | { readonly kind: 'largeData'; readonly length: number }
  | { readonly kind: 'wrapped'; readonly wrapped: string }
  | { readonly kind: 'insecure' }
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
  const { imageRoots, standInImages } = article.settings;
  const context = { path: article.path, imageRoots, standInImages };
  const lazy = lazyAddresses(article, images, standInMatcher(standInImages));
  const seen = new Set<string>();
  return images.flatMap((image) => {
    // Two images may share one Markdown definition: its address is told of once.
    const place = `${image.range.start}:${image.range.end}`;
    if (image.range.end > image.range.start && seen.has(place)) return [];
    seen.add(place);
    const real = lazy.promoted.get(image);
    if (real !== undefined) return [{ image, trouble: { kind: 'lazy', real } as const }];
    if (lazy.silent.has(image)) return [];
    const trouble = troubleOf(article, image, context);
    return trouble === undefined ? [] : [{ image, trouble }];
  });
}

function troubleOf(article: ArticleWithImages, image: ImageReference, context: ImageContext): ImageTrouble | undefined {
  const isData = /^data:/i.test(image.url);
  const location = locateImage(isData ? wholeDataUri(article.text, image) : writtenAddress(article, image), context);
  switch (location.kind) {
    case 'none':
      return location.fault;
    case 'data': {
      const length = image.range.end - image.range.start;
      return length > article.settings.longestDataUri ? { kind: 'largeData', length } : undefined;
    }
    case 'remote': {
      const wrapped = wrappedAddress(location.url);
      if (wrapped !== undefined) return { kind: 'wrapped', wrapped };
      return location.isInsecure ? { kind: 'insecure' } : undefined;
    }
    case 'local':
      return localTrouble(article, location.candidates);
  }
}

function localTrouble({ knowledge }: ArticleWithImages, candidates: readonly string[]): ImageTrouble | undefined {
  const { files } = knowledge;
  if (files === undefined) return undefined;
  const found = candidates.map((candidate) => files[candidate]);
  // What the host did not look up is not known to be missing.
  if (found.some((file) => file === undefined || file.kind === 'file')) return undefined;
  for (const file of found) if (file?.kind === 'otherCase') return { kind: 'wrongCase', actual: file.actual };
  const nearest = found.flatMap((file) => (file?.kind === 'missing' ? (file.nearest ?? []) : []))[0];
  return { kind: 'missing', path: candidates[0] ?? '', ...(nearest !== undefined && { nearest }) };
}
