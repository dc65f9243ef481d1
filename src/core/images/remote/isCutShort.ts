import { bigEndian, hasText, littleEndian } from './bytes';
import type { FileFormat } from './imageFormat';

/**
 * Whether a picture ends before its own header or structure says. `total` is the length of the whole file where it is
 * known; `isWhole` says that `bytes` are all there is.
 */
export function isCutShort(
  bytes: Uint8Array,
  format: FileFormat,
  total: number | undefined,
  isWhole: boolean,
): boolean {
  const length = isWhole ? bytes.length : total;
  if (format === 'webp' && length !== undefined) return length + 1 < littleEndian(bytes, 4, 4) + 8;
  if (format === 'bmp' && length !== undefined) return length < littleEndian(bytes, 2, 4);
  if (!isWhole) return length !== undefined && length < shortest(format);
  switch (format) {
    case 'png':
      return !hasPngEnd(bytes);
    case 'jpeg':
      return !hasJpegEnd(bytes);
    case 'gif':
      return !bytes.subarray(13).includes(0x3b);
    case 'ico':
      return lacksIcon(bytes);
    case 'svg':
      return !/<\/(?:[a-z]+:)?svg\s*>|<(?:[a-z]+:)?svg\b[^>]*\/>\s*$/i.test(new TextDecoder().decode(bytes));
    case 'avif':
    case 'heic':
      return lacksBox(bytes);
    default:
      return false;
  }
}

/** No picture of the kind has fewer bytes. */
function shortest(format: FileFormat): number {
  return format === 'png' ? 57 : format === 'jpeg' ? 100 : 20;
}

function hasPngEnd(bytes: Uint8Array): boolean {
  for (let at = 8; at + 8 <= bytes.length; at += 12 + bigEndian(bytes, at, 4)) {
    if (hasText(bytes, at + 4, 'IEND')) return true;
  }
  return false;
}

/** Some programs write things after the end, so it may stand anywhere after the last start of a scan. */
function hasJpegEnd(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= 0; at--) {
    if (bytes[at] !== 0xff) continue;
    if (bytes[at + 1] === 0xd9) return true;
    if (bytes[at + 1] === 0xda) return false;
  }
  return false;
}

function lacksIcon(bytes: Uint8Array): boolean {
  const count = littleEndian(bytes, 4, 2);
  for (let index = 0; index < count && index < 64; index++) {
    const entry = 6 + 16 * index;
    if (littleEndian(bytes, entry + 12, 4) + littleEndian(bytes, entry + 8, 4) > bytes.length) return true;
  }
  return count === 0;
}

function lacksBox(bytes: Uint8Array): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const size = bigEndian(bytes, at, 4);
    // The last box may leave its size open, or write it where 32 bits are not enough.
    if (size < 8) return false;
    at += size;
  }
  return at > bytes.length;
}
