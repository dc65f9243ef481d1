import { lazyAttributes, lazySrcsetAttributes } from '../article/body/htmlTags';
import type { ImageReference } from '../article/body/imageReference';
import { srcsetCandidates } from '../article/body/srcsetCandidates';
import { lazyAddresses } from '../images/lazyAddresses';
import { standInMatcher } from '../images/standIns';
import type { TextRange } from '../text/textRange';
import { checkedText } from './checkedText';
import { imageTarget } from './imageTarget';
import type { PreparationOptions } from './preparationOptions';
import type { ImageTarget, PreparedImage } from './preparedArticle';
import { isTracker } from './tracker';

type Attributes = Readonly<Record<string, string>>;

/** An image as it is to be written into the HTML. */
export interface WrittenImage {
  readonly id: number;
  readonly alt: string;
  /** In pixels, where the article says so. */
  readonly width?: number;
  readonly height?: number;
}

const longestAlt = 1000;
const mostImages = 5000;
const lazyNames = [...lazyAttributes];
const lazySetNames = [...lazySrcsetAttributes];

/** The images of an article, in the order in which they are met. */
export class ImageList {
  readonly images: PreparedImage[] = [];
  /** Addresses of images that are there to be counted, with their places. */
  readonly trackers: { readonly url: string; readonly range: TextRange }[] = [];
  readonly #options: PreparationOptions;
  readonly #isStandIn: (url: string) => boolean;

  constructor(options: PreparationOptions) {
    this.#options = options;
    this.#isStandIn = standInMatcher(options.standInImages);
  }

  /** `spare`: the address that a `picture` has for an `img` without one. `undefined` for what no reader is to see. */
  addElement(attributes: Attributes, spare: string | undefined, range: TextRange): WrittenImage | undefined {
    const address = this.#addressOf(attributes) ?? spare ?? '';
    return this.add(imageTarget(address, this.#options), attributes.alt ?? '', range, sizeOf(attributes));
  }

  add(
    target: ImageTarget,
    alt: string,
    range: TextRange,
    { width, height }: { readonly width?: number; readonly height?: number } = {},
  ): WrittenImage | undefined {
    if (target.kind === 'remote' && isTracker(target.url, width, height)) {
      this.trackers.push({ url: target.url, range });
      return undefined;
    }
    // A dot that keeps things apart.
    if (target.kind === 'data' && width !== undefined && height !== undefined && width <= 2 && height <= 2)
      return undefined;
    if (this.images.length >= mostImages) return undefined;
    const image: PreparedImage = { id: this.images.length, target, alt: alt.slice(0, longestAlt), range };
    this.images.push(image);
    const size = width !== undefined && height !== undefined && width > 2 && height > 2 ? { width, height } : {};
    return { id: image.id, alt: image.alt, ...size };
  }

  /** The first address of a `srcset`. */
  static ofSrcset(value: string): string | undefined {
    const [first] = srcsetCandidates(value.slice(0, 4000), { start: 0, end: Math.min(value.length, 4000) });
    return first === undefined ? undefined : value.slice(first.start, first.end);
  }

  #addressOf(attributes: Attributes): string | undefined {
    const { src } = attributes;
    const lazy = lazyNames.flatMap((name) => {
      const value = attributes[name];
      // `data-lazy="true"` and the like are switches.
      return value !== undefined && /[./:]/.test(value) ? [value] : [];
    });
    if (lazy.length > 0) {
      const promoted = this.#promoted(src, lazy);
      if (promoted !== undefined) return promoted;
    }
    if (src !== undefined && src.trim() !== '') return src;
    const set = [attributes.srcset, ...lazySetNames.map((name) => attributes[name])].find(
      (value) => value !== undefined,
    );
    return (set === undefined ? undefined : ImageList.ofSrcset(set)) ?? src;
  }

  #promoted(src: string | undefined, lazy: readonly string[]): string | undefined {
    const element = { start: 0, end: 0 };
    const refer = (via: 'src' | 'lazy', url: string): ImageReference => ({
      url: url.trim(),
      range: via === 'src' ? { start: 0, end: url.length } : element,
      element,
      via,
    });
    const references = [...(src === undefined ? [] : [refer('src', src)]), ...lazy.map((url) => refer('lazy', url))];
    return [...lazyAddresses(checkedText(src ?? '', this.#options), references, this.#isStandIn).promoted.values()][0];
  }
}

function sizeOf({ width, height, style = '' }: Attributes): { readonly width?: number; readonly height?: number } {
  const wide = pixels(width) ?? pixels(/(?:^|[;\s])width\s*:\s*(\d{1,5}(?:\.\d{1,4})?px)/i.exec(style)?.[1]);
  const high = pixels(height) ?? pixels(/(?:^|[;\s])height\s*:\s*(\d{1,5}(?:\.\d{1,4})?px)/i.exec(style)?.[1]);
  return { ...(wide === undefined ? {} : { width: wide }), ...(high === undefined ? {} : { height: high }) };
}

function pixels(written: string | undefined): number | undefined {
  const number = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(written ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
}
