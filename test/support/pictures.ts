import { deflateSync } from 'node:zlib';

/** Small files of every kind of picture, right as far as a reader of their first bytes looks. */
export const pictures = {
  png: (width = 40, height = 30, length = 0): Uint8Array => {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(width, 0);
    header.writeUInt32BE(height, 4);
    header.set([8, 0, 0, 0, 0], 8);
    const lines = deflateSync(Buffer.alloc((width + 1) * height));
    const known = 8 + 12 * 3 + 13 + lines.length;
    const padding = length > known + 12 ? [chunk('teXt', Buffer.alloc(length - known - 12, 1))] : [];
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    return Buffer.concat([signature, chunk('IHDR', header), ...padding, chunk('IDAT', lines), chunk('IEND')]);
  },
  jpeg: (width = 40, height = 30, length = 200): Uint8Array => {
    const frame = Buffer.from([
      0xff,
      0xc0,
      0,
      11,
      8,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      1,
      1,
      0x11,
      0,
    ]);
    const start = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]);
    const scan = Buffer.from([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0]);
    const data = Buffer.alloc(Math.max(0, length - start.length - frame.length - scan.length - 2), 0x5a);
    return Buffer.concat([start, frame, scan, data, Buffer.from([0xff, 0xd9])]);
  },
  gif: (width = 40, height = 30): Uint8Array =>
    Buffer.from([
      ...Buffer.from('GIF89a'),
      ...[width & 255, width >> 8, height & 255, height >> 8, 0x80, 0, 0, 0, 0, 0, 255, 255, 255],
      ...[0x2c, 0, 0, 0, 0, width & 255, width >> 8, height & 255, height >> 8, 0, 2, 2, 0x44, 1, 0, 0x3b],
    ]),
  webp: (width = 40, height = 30): Uint8Array => {
    const body = Buffer.alloc(10 + 12);
    body.writeUIntLE(width - 1, 4, 3);
    body.writeUIntLE(height - 1, 7, 3);
    return riff('VP8X', body);
  },
  webpLossy: (width = 40, height = 30): Uint8Array => {
    const body = Buffer.alloc(20);
    body.set([0x30, 1, 0, 0x9d, 1, 0x2a]);
    body.writeUInt16LE(width, 6);
    body.writeUInt16LE(height, 8);
    return riff('VP8 ', body);
  },
  webpLossless: (width = 40, height = 30): Uint8Array => {
    const body = Buffer.alloc(20);
    body[0] = 0x2f;
    body.writeUInt32LE(((height - 1) << 14) | (width - 1), 1);
    return riff('VP8L', body);
  },
  avif: (width = 40, height = 30): Uint8Array => {
    const size = Buffer.alloc(12);
    size.writeUInt32BE(width, 4);
    size.writeUInt32BE(height, 8);
    const properties = box('iprp', box('ipco', box('ispe', size)));
    const brands = Buffer.from('avif\0\0\0\0avifmif1miaf');
    return Buffer.concat([box('ftyp', brands), box('meta', properties), box('mdat', Buffer.alloc(64, 7))]);
  },
  svg: (width = 40, height = 30): Uint8Array =>
    Buffer.from(
      `<?xml version="1.0"?>\n<!-- A pier. -->\n<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0h9v9z"/></svg>\n`,
    ),
  bmp: (width = 40, height = 30): Uint8Array => {
    const file = Buffer.alloc(54 + 64);
    file.write('BM');
    file.writeUInt32LE(file.length, 2);
    file.writeUInt32LE(54, 10);
    file.writeUInt32LE(40, 14);
    file.writeInt32LE(width, 18);
    file.writeInt32LE(height, 22);
    return file;
  },
  ico: (width = 16, height = 16): Uint8Array => {
    const file = Buffer.alloc(6 + 16 + 64);
    file.set([0, 0, 1, 0, 1, 0, width & 255, height & 255]);
    file.writeUInt32LE(64, 14);
    file.writeUInt32LE(22, 18);
    return file;
  },
} as const;

/** A checksum of zeros will do: nobody here unpacks it. */
function chunk(name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
}

function riff(name: string, body: Uint8Array): Uint8Array {
  const head = Buffer.alloc(20);
  head.write('RIFF');
  head.writeUInt32LE(12 + body.length, 4);
  head.write(`WEBP${name}`, 8);
  head.writeUInt32LE(body.length, 16);
  return Buffer.concat([head, body]);
}

function box(name: string, ...contents: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(contents);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + body.length);
  head.write(name, 4);
  return Buffer.concat([head, body]);
}
