import { decodeAttribute } from '../article/body/attributeText';
import type { ImageReference } from '../article/body/imageReference';
import type { ValuePlace } from '../article/fieldPlace';
import type { ArticleWithImages } from './articleWithImages';
import { readImageAddress } from './imageAddress';
import { localPlace } from './localPath';

const known = new WeakMap<ArticleWithImages, readonly ImageReference[]>();

/** All addresses of images in an article: those of its front matter, then those of its body. */
export function articleImages(article: ArticleWithImages): readonly ImageReference[] {
  let images = known.get(article);
  if (images === undefined) {
    images = [...frontMatterImages(article), ...article.body.images];
    known.set(article, images);
  }
  return images;
}

/** An address as it is to be judged: what a browser would use, but with the flaws that it would silently mend. */
export function writtenAddress({ text }: ArticleWithImages, image: ImageReference): string {
  const { start, end } = image.range;
  // Of a long `data:` address the beginning says all there is to say here.
  if (/^data:/i.test(image.url)) return image.url;
  const raw = text.slice(start, end);
  if (!/[&\\']/.test(raw)) return raw;
  if (!/[\r\n]/.test(raw)) return image.url;
  return image.via === 'frontMatter' ? raw : decodeAttribute(raw);
}

/** The paths of the archive that have to be looked up before local images can be judged. */
export function localPaths(article: ArticleWithImages): readonly string[] {
  const paths = articleImages(article).flatMap((image) => localCandidates(article, image) ?? []);
  return [...new Set(paths)];
}

/** Where a local image may be; `undefined` for one that is not local or not in the archive. */
export function localCandidates(article: ArticleWithImages, image: ImageReference): readonly string[] | undefined {
  const address = readImageAddress(writtenAddress(article, image));
  if (address.kind !== 'local') return undefined;
  const place = localPlace(address.path, address.absolute, article.path, article.settings.imageRoots);
  return place.kind === 'inside' ? place.candidates : undefined;
}

function frontMatterImages(article: ArticleWithImages): readonly ImageReference[] {
  const { imageFields } = article.settings;
  const { data } = article.frontMatter;
  if (!imageFields.some((name) => data[name] !== undefined && data[name] !== null)) return [];
  return imageFields.flatMap((name) => {
    const field = article.fields.get(name);
    if (field === undefined) return [];
    const places = field.items.length > 0 ? field.items : [field];
    const isScalar = field.items.length > 0 || ['plain', 'single', 'double'].includes(field.style);
    return isScalar ? places.flatMap((place) => imageOf(article.text, place) ?? []) : [];
  });
}

/** An empty field is an empty value of front matter, no image without an address. */
function imageOf(text: string, { range, inner }: ValuePlace): ImageReference | undefined {
  const raw = text.slice(inner.start, inner.end);
  if (raw.trim() === '' || /^(?:null|~|true|false|\d+)$/i.test(raw)) return undefined;
  const quote = inner.start === range.start ? '' : text[range.start];
  // An item of fields of its own, or of another list, is no address.
  if (quote === '' && /^(?:[\w-]+:(?:\s|$)|[{[])/.test(raw)) return undefined;
  const url = quote === "'" ? raw.replaceAll("''", "'") : quote === '"' ? unescaped(raw) : raw;
  return { url: url.trim().slice(0, 2000), range: inner, element: range, via: 'frontMatter' };
}

function unescaped(raw: string): string {
  return raw.replaceAll(/\\(?:(["\\/])|u([0-9a-f]{4}))/gi, (_, sign: string | undefined, code: string | undefined) =>
    code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
