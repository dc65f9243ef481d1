import type { ImageReference } from '../article/body/imageReference';
import type { CheckedArticle } from '../problems/checkedArticle';
import { readImageAddress } from './imageAddress';

/** Placeholders that pages show until a script puts the real picture in. */
const placeholder =
  /(?:^|[/_.-])(?:lazy|loading|loader|loadimg|placeholder|blank|spacer|pixel|transparent|grey|gray|default|1x1|pix|empty)[\w-]*\.(?:gif|png|svg|jpe?g|webp)(?:[?#]|$)/i;

export interface LazyAddresses {
  /** Addresses in the place of which the real one of the same element belongs. */
  readonly promoted: ReadonlyMap<ImageReference, string>;
  /** Addresses that need no telling of their own: copies of what the element shows anyway. */
  readonly silent: ReadonlySet<ImageReference>;
}

/** Finds elements that show a placeholder while another attribute has the real address. */
export function lazyAddresses(
  { text }: CheckedArticle,
  images: readonly ImageReference[],
  isStandIn: (url: string) => boolean,
): LazyAddresses {
  const promoted = new Map<ImageReference, string>();
  const silent = new Set<ImageReference>();
  const elements = new Map<number, { src?: ImageReference; lazy: ImageReference[] }>();
  for (const image of images) {
    if (image.via !== 'src' && image.via !== 'lazy') continue;
    const element = elements.get(image.element.start) ?? { lazy: [] };
    if (image.via === 'src') element.src = image;
    else element.lazy.push(image);
    elements.set(image.element.start, element);
  }
  for (const { src, lazy } of elements.values()) {
    if (lazy.length === 0) continue;
    for (const image of lazy) silent.add(image);
    const real = lazy.find(({ url }) => isReal(url) && !isStandIn(url) && !placeholder.test(url));
    if (real === undefined || real.url === src?.url) continue;
    if (src === undefined) promoted.set(real, real.url);
    else if (isPlaceholder(src, text, isStandIn)) promoted.set(src, real.url);
  }
  return { promoted, silent };
}

function isReal(url: string): boolean {
  const { kind } = readImageAddress(url);
  return kind === 'remote' || kind === 'local';
}

function isPlaceholder({ url, range }: ImageReference, text: string, isStandIn: (url: string) => boolean): boolean {
  if (url === '' || isStandIn(url) || placeholder.test(url)) return true;
  // A picture of a few hundred characters is a dot or a grey box.
  return /^data:image\//i.test(text.slice(range.start, range.start + 11)) && range.end - range.start < 600;
}
