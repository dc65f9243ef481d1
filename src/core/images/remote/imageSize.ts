import { bigEndian, hasText, littleEndian } from './bytes';
import type { FileFormat } from './imageFormat';
import { jpegSize } from './jpegSize';
import type { ImageSize } from './pixelSize';
import { svgSize } from './svgSize';

/** The dimensions of a picture, in pixels; undefined where its first bytes do not tell. */
export function imageSize(bytes: Uint8Array, format: FileFormat): ImageSize | undefined {
  const size = sizeOf(bytes, format);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

function sizeOf(bytes: Uint8Array, format: FileFormat): ImageSize | undefined {
  switch (format) {
    case 'png':
      return pngSize(bytes);
    case 'gif':
      return bytes.length < 10 ? undefined : { width: littleEndian(bytes, 6, 2), height: littleEndian(bytes, 8, 2) };
    case 'bmp':
      return bmpSize(bytes);
    case 'ico':
      // 256 does not fit into a byte and is written as 0.
      return bytes.length < 8 ? undefined : { width: bytes[6] || 256, height: bytes[7] || 256 };
    case 'webp':
      return webpSize(bytes);
    case 'avif':
    case 'heic':
      return boxedSize(bytes);
    case 'jpeg':
      return jpegSize(bytes);
    case 'svg':
      return svgSize(new TextDecoder().decode(bytes));
    default:
      return undefined;
  }
}

function pngSize(bytes: Uint8Array): ImageSize | undefined {
  // Pictures made for telephones have a chunk of their own before the header.
  const at = hasText(bytes, 12, 'CgBI') ? 32 : 16;
  if (!hasText(bytes, at - 4, 'IHDR') || bytes.length < at + 8) return undefined;
  return { width: bigEndian(bytes, at, 4), height: bigEndian(bytes, at + 4, 4) };
}

function bmpSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 26) return undefined;
  if (littleEndian(bytes, 14, 4) === 12)
    return { width: littleEndian(bytes, 18, 2), height: littleEndian(bytes, 20, 2) };
  const height = littleEndian(bytes, 22, 4);
  // A picture whose lines stand from top to bottom has a negative height.
  return { width: littleEndian(bytes, 18, 4), height: height > 0x7fffffff ? 2 ** 32 - height : height };
}

function webpSize(bytes: Uint8Array): ImageSize | undefined {
  if (bytes.length < 30) return undefined;
  if (hasText(bytes, 12, 'VP8X')) {
    return { width: littleEndian(bytes, 24, 3) + 1, height: littleEndian(bytes, 27, 3) + 1 };
  }
  if (hasText(bytes, 12, 'VP8L')) {
    const packed = littleEndian(bytes, 21, 4);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  if (!hasText(bytes, 12, 'VP8 ')) return undefined;
  return { width: littleEndian(bytes, 26, 2) & 0x3fff, height: littleEndian(bytes, 28, 2) & 0x3fff };
}

/** The largest size that the boxes name: the others are of thumbnails and tiles. */
function boxedSize(bytes: Uint8Array): ImageSize | undefined {
  let largest: ImageSize | undefined;
  for (let at = 4; at + 16 <= bytes.length; at++) {
    if (bytes[at] !== 0x69 || !hasText(bytes, at, 'ispe')) continue;
    const size = { width: bigEndian(bytes, at + 8, 4), height: bigEndian(bytes, at + 12, 4) };
    if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
  }
  return largest;
}
