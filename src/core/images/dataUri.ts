import { decodeAttribute } from '../article/body/attributeText';
import type { ImageReference } from '../article/body/imageReference';

/** Why a `data:` address shows no picture. */
export type DataUriFlaw = 'noComma' | 'notAnImage' | 'empty' | 'notBase64';

/** How the base64 of pictures begins, for those whose type is not said or wrong: browsers look at the bytes too. */
const beginnings: readonly (readonly [string, string])[] = [
  ['iVBORw0KGgo', 'png'],
  ['/9j/', 'jpg'],
  ['R0lGOD', 'gif'],
  ['UklGR', 'webp'],
];

const percent = 37;

const endings: Readonly<Record<string, string>> = { jpeg: 'jpg', 'x-icon': 'ico', 'vnd.microsoft.icon': 'ico' };

/** A `data:` address as a browser would use it, whole: references keep only its beginning. */
export function wholeDataUri(text: string, { range, via }: ImageReference): string {
  const written = text.slice(range.start, range.end);
  return via === 'frontMatter' || !written.includes('&') ? written : decodeAttribute(written);
}

/** What is wrong with a `data:` address of an image; `undefined` when nothing is. */
export function dataUriFlaw(uri: string): DataUriFlaw | undefined {
  const comma = uri.indexOf(',');
  if (comma === -1) return 'noComma';
  const header = uri.slice('data:'.length, comma).trim();
  if (!/^image\//i.test(header) && beginningOf(uri, comma) === undefined) return 'notAnImage';
  if (uri.slice(comma + 1, comma + 1000).trim() === '') return 'empty';
  if (!/;\s*base64$/i.test(header)) return undefined;
  return isBase64(uri, comma + 1) ? undefined : 'notBase64';
}

/** The bytes of a `data:` address that has no flaw, and the ending a file of them would have. */
export function dataUriFile(uri: string): { readonly bytes: Uint8Array; readonly ending: string } | undefined {
  const comma = uri.indexOf(',');
  const header = uri.slice('data:'.length, comma);
  const content = unescaped(uri.slice(comma + 1).replace(/\s+/g, ' '));
  if (!/;\s*base64\s*$/i.test(header)) return { bytes: content, ending: endingOf(header) };
  try {
    const base64 = new TextDecoder('latin1').decode(content).replaceAll(' ', '');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return { bytes, ending: beginningOf(uri, comma)?.[1] ?? endingOf(header) };
  } catch {
    // Not what it says it is: then there is nothing to save.
    return undefined;
  }
}

function endingOf(header: string): string {
  const type = /^\s*image\/([a-z0-9.-]+)/i.exec(header)?.[1]?.toLowerCase() ?? 'img';
  const known = endings[type] ?? type.replace(/[^a-z0-9].*$/, '');
  return known === '' ? 'img' : known;
}

function beginningOf(uri: string, comma: number): readonly [string, string] | undefined {
  const start = uri.slice(comma + 1, comma + 40).trimStart();
  return beginnings.find(([beginning]) => start.startsWith(beginning));
}

/** The bytes of a text with escapes; a percent sign that starts none stands for itself, as in the width of an SVG. */
function unescaped(text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const digits =
      bytes[at] === percent ? /^[\da-f]{2}/i.exec(String.fromCharCode(...bytes.subarray(at + 1, at + 3))) : null;
    bytes[length++] = digits === null ? (bytes[at] ?? 0) : Number.parseInt(digits[0], 16);
    if (digits !== null) at += 2;
  }
  return bytes.slice(0, length);
}

function isBase64(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isLetter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    const isOther = (code >= 48 && code <= 57) || code === 43 || code === 47 || code === 61 || code === 37;
    if (!isLetter && !isOther && code > 32) return false;
  }
  return true;
}
