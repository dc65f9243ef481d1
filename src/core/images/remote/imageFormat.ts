import { bigEndian, hasText } from './bytes';

/** What the first bytes of a file show it to be. The first eight are shown by every browser. */
export type FileFormat =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'svg'
  | 'bmp'
  | 'ico'
  | 'tiff'
  | 'heic'
  | 'jxl'
  | 'html'
  | 'json'
  | 'text';

const notImages: ReadonlySet<string> = new Set<FileFormat>(['html', 'json', 'text']);
const avifBrands = new Set(['avif', 'avis']);
const heicBrands = new Set(['heic', 'heix', 'hevc', 'heim', 'heis', 'mif1', 'msf1']);

/** Undefined where the bytes tell nothing. */
export function fileFormat(bytes: Uint8Array): FileFormat | undefined {
  return ofMagicBytes(bytes) ?? ofText(bytes);
}

export function isImageFormat(format: FileFormat): boolean {
  return !notImages.has(format);
}

function ofMagicBytes(bytes: Uint8Array): FileFormat | undefined {
  const [first, second, third, fourth] = bytes;
  if (first === 0x89 && hasText(bytes, 1, 'PNG')) return 'png';
  if (first === 0xff && second === 0xd8 && third === 0xff) return 'jpeg';
  if (hasText(bytes, 0, 'GIF87a') || hasText(bytes, 0, 'GIF89a')) return 'gif';
  if (hasText(bytes, 0, 'RIFF') && hasText(bytes, 8, 'WEBP')) return 'webp';
  if (hasText(bytes, 4, 'ftyp')) return ofBrands(bytes);
  if (hasText(bytes, 0, 'BM') && bytes.length >= 14 && bigEndian(bytes, 6, 4) === 0) return 'bmp';
  if (first === 0 && second === 0 && (third === 1 || third === 2) && fourth === 0) return 'ico';
  if (hasText(bytes, 0, 'II*\0') || hasText(bytes, 0, 'MM\0*')) return 'tiff';
  if ((first === 0xff && second === 0x0a) || hasText(bytes, 0, '\0\0\0\fJXL ')) return 'jxl';
  return undefined;
}

function ofBrands(bytes: Uint8Array): FileFormat | undefined {
  const end = Math.min(bytes.length, bigEndian(bytes, 0, 4));
  for (let at = 8; at + 4 <= end; at += 4) {
    // Between the main brand and the compatible ones stands a version.
    const brand = at === 12 ? '' : String.fromCharCode(...bytes.subarray(at, at + 4));
    if (avifBrands.has(brand)) return 'avif';
    if (heicBrands.has(brand) && !hasAvif(bytes, at, end)) return 'heic';
  }
  return undefined;
}

function hasAvif(bytes: Uint8Array, from: number, end: number): boolean {
  for (let at = from; at + 4 <= end; at += 4) if (hasText(bytes, at, 'avif')) return true;
  return false;
}

function ofText(bytes: Uint8Array): FileFormat | undefined {
  const text = textOf(bytes);
  if (text === undefined) return undefined;
  const start = text.replace(
    /^(?:\s+|<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*(?:\[[^\]]*\])?[^>]*>)+/i,
    '',
  );
  if (/^<(?:[a-z]+:)?svg[\s>/]/i.test(start)) return 'svg';
  if (/^<(?:!doctype\s+html|html|head|body|title|meta|script|style|div|p|h1|table|a|br|center|iframe)\b/i.test(start)) {
    return 'html';
  }
  if (/^(?:\{\s*["}]|\[\s*["{\d\]])/.test(start)) return 'json';
  // A text in an old encoding has some characters that are none; what has many is no text.
  return (text.match(/\ufffd/g)?.length ?? 0) * 4 < text.length ? 'text' : undefined;
}

/** The first characters of a text; undefined where control characters show that it is none. */
function textOf(bytes: Uint8Array): string | undefined {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const encoding = isWide ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes.subarray(0, 4096));
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text.slice(0, 1024)) || text.trim() === '' ? undefined : text;
}
