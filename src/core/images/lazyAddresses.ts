import type { ImageReference } from '../article/body/imageReference';
import type { ArticleWithImages } from './articleWithImages';
import { readImageAddress } from './imageAddress';

/** Placeholders that pages show until a script puts the real picture in. */
const placeholder =
  /(?:^|[/_.-])(?:(?:lazy|loading|loader|loadimg|placeholder|blank|spacer|transparent|1x1)(?:[\w-]*\.(?:gif|png|svg)|[\d_x-]*\.(?:jpe?g|webp))|(?:pixel|pix|gr[ae]y|default|empty)[\d_x-]*\.(?:gif|png|svg|jpe?g|webp))(?:[?#]|$)/i;

export interface LazyAddresses {
  /** Addresses in the place of which the real one of the same element belongs. */
  readonly promoted: ReadonlyMap<ImageReference, string>;
  /** Addresses that need no telling of their own: copies of what the element shows anyway. */
  readonly silent: ReadonlySet<ImageReference>;
}

interface Element {
  /** What is shown without a script. */
  shown?: ImageReference;
  /** What programs that know it show instead. */
  readonly set: ImageReference[];
  readonly lazy: ImageReference[];
}

/** Finds elements that show a placeholder while another attribute has the real address. */
export function lazyAddresses(
  { text }: ArticleWithImages,
  images: readonly ImageReference[],
  isStandIn: (url: string) => boolean,
): LazyAddresses {
  const promoted = new Map<ImageReference, string>();
  const silent = new Set<ImageReference>();
  for (const { shown, set, lazy } of elementsOf(images)) {
    // Browsers prefer `srcset`: a placeholder in it hides whatever `src` has.
    const hiding = set.every((image) => isPlaceholder(image, text, isStandIn)) ? set[0] : undefined;
    const displayed = hiding ?? shown;
    const isReal = ({ url }: ImageReference): boolean =>
      isAddress(url) && !isStandIn(url) && !placeholder.test(url) && url !== displayed?.url;
    const showsNothing = displayed === undefined || isPlaceholder(displayed, text, isStandIn);
    if (set.some(isReal)) {
      for (const image of lazy) silent.add(image);
      if (shown?.url === '') silent.add(shown);
      continue;
    }
    const place = displayed ?? set[0];
    const lists = hiding === undefined ? [] : lazy.filter(({ via }) => via === 'srcset');
    const real = [...lists, ...lazy].find(isReal);
    if (real !== undefined && showsNothing) promoted.set(place ?? real, real.url);
    // What can be mended is told of where it stands: once mended, it takes its place.
    const flawed = real === undefined && showsNothing ? lazy.find(({ url }) => isFlawed(url)) : undefined;
    // A hiding `srcset` counts where something can take its place; elsewhere an element is told of at its `src`.
    const told = flawed ?? (real === undefined ? (shown ?? set[0]) : place) ?? real ?? lazy[0];
    for (const image of lazy) if (image !== told) silent.add(image);
    if (shown !== undefined && shown !== told) silent.add(shown);
  }
  return { promoted, silent };
}

function elementsOf(images: readonly ImageReference[]): Iterable<Element> {
  const elements = new Map<number, Element>();
  for (const image of images) {
    const { via, attribute } = image;
    const isLazySet = via === 'srcset' && attribute !== 'srcset';
    if (via !== 'src' && via !== 'lazy' && via !== 'srcset' && via !== 'poster') continue;
    let element = elements.get(image.element.start);
    if (element === undefined) {
      element = { set: [], lazy: [] };
      elements.set(image.element.start, element);
    }
    if (via === 'lazy' || isLazySet) element.lazy.push(image);
    else if (via === 'srcset') element.set.push(image);
    else element.shown = image;
  }
  for (const { lazy } of elements.values())
    lazy.sort((a, b) => Number(a.via === 'srcset') - Number(b.via === 'srcset'));
  return [...elements.values()].filter(
    ({ shown, set, lazy }) => lazy.length > 0 || (shown?.url === '' && set.length > 0),
  );
}

function isAddress(url: string): boolean {
  const { kind } = readImageAddress(url);
  return kind === 'remote' || kind === 'local';
}

function isFlawed(url: string): boolean {
  const address = readImageAddress(url);
  return address.kind === 'malformed' && address.mended !== undefined;
}

function isPlaceholder({ url, range }: ImageReference, text: string, isStandIn: (url: string) => boolean): boolean {
  const { kind } = readImageAddress(url);
  if (kind === 'empty' || kind === 'unsupported' || (kind === 'malformed' && !isFlawed(url))) return true;
  if (isStandIn(url) || placeholder.test(url)) return true;
  // A picture of a few hundred characters is a dot or a grey box.
  return /^data:image\//i.test(text.slice(range.start, range.start + 11)) && range.end - range.start < 600;
}
