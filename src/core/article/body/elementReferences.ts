import type { TextRange } from '../../text/textRange';
import { attributeUrl, decodeAttribute, detached, trimmed } from './attributeText';
import { lazyAttributes, lazySrcsetAttributes } from './htmlTags';
import type { ImageReference, ImageVia, LinkReference } from './imageReference';
import { srcsetCandidates } from './srcsetCandidates';

const altKept = 1000;

/** An attribute of a start tag: its name in lower case and the range of its value as written, without quotes. */
export interface AttributeRange extends TextRange {
  readonly name: string;
}

/** A start tag with the attributes a browser would see: of two with one name the first. */
export interface StartTag {
  /** As written, in lower case. */
  readonly name: string;
  readonly range: TextRange;
  readonly attributes: readonly AttributeRange[];
}

/** The addresses of images in a start tag, in the order they are written. */
export function imagesOf(text: string, tag: StartTag): readonly ImageReference[] {
  const images: ImageReference[] = [];
  let alt: string | undefined;
  for (const attribute of tag.attributes) {
    const via = viaOf(text, tag, attribute);
    if (!via) continue;
    const ranges = via === 'srcset' ? srcsetCandidates(text, attribute) : [trimmed(text, attribute)];
    alt ??= altOf(text, tag);
    for (const range of ranges) {
      images.push({
        url: attributeUrl(text, range),
        range,
        element: tag.range,
        via,
        attribute: attribute.name,
        ...(alt === '' ? {} : { alt }),
      });
    }
  }
  return images;
}

/** The link a start tag opens, if it does. */
export function linkOf(text: string, tag: StartTag): LinkReference | undefined {
  const href = tag.name === 'a' ? tag.attributes.find(({ name }) => name === 'href') : undefined;
  if (!href) return undefined;
  const range = trimmed(text, href);
  return { url: attributeUrl(text, range), range, element: tag.range };
}

function viaOf(text: string, tag: StartTag, attribute: AttributeRange): ImageVia | undefined {
  const { name } = attribute;
  switch (tag.name) {
    case 'img':
    case 'image':
    case 'amp-img':
      if (name === 'src') return 'src';
      if (name === 'srcset') return 'srcset';
      if (lazySrcsetAttributes.has(name)) return 'srcset';
      if (lazyAttributes.has(name) && mayBeAddress(text, attribute)) return 'lazy';
      return tag.name === 'image' && (name === 'href' || name === 'xlink:href') ? 'svg' : undefined;
    case 'source':
      return name === 'srcset' || lazySrcsetAttributes.has(name) ? 'srcset' : undefined;
    case 'video':
      if (name === 'poster') return 'poster';
      return name === 'data-poster' && mayBeAddress(text, attribute) ? 'lazy' : undefined;
    case 'input':
      return name === 'src' && writtenValue(text, tag, 'type')?.trim().toLowerCase() === 'image' ? 'input' : undefined;
    default:
      return undefined;
  }
}

/** `data-lazy="true"` and the like are switches, not addresses. */
function mayBeAddress(text: string, { start, end }: TextRange): boolean {
  return /[./:]/.test(text.slice(start, Math.min(end, start + 1000)));
}

function altOf(text: string, tag: StartTag): string {
  return detached(writtenValue(text, tag, 'alt') ?? '');
}

/** The beginning of an attribute's value, decoded. */
export function writtenValue(text: string, tag: StartTag, name: string): string | undefined {
  const found = tag.attributes.find((attribute) => attribute.name === name);
  return found && decodeAttribute(text.slice(found.start, Math.min(found.end, found.start + altKept)));
}
