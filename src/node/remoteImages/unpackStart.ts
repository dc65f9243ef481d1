import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { BodyEnd } from '../../core/host/http';

/** The beginning of a body, and how its reading ended. */
export interface BodyStart {
  readonly body: Uint8Array;
  readonly end: BodyEnd;
}

const chunkSize = 8 * 1024;
/** Every format may begin with words that come to nothing when it is unpacked. */
const mostBeside = 4 * 1024;

/** How much of a packed body is needed to unpack its first bytes: packing makes hardly anything larger. */
export function packedBytes(mostBytes: number): number {
  return mostBytes + Math.ceil(mostBytes / 8) + mostBeside;
}

export function isPacked(encoding: string | undefined): boolean {
  return unpackerOf(encoding) !== undefined;
}

/** Unpacks what has come of a body, and no more of it than was asked for. */
export function unpackStart(
  { body, end }: BodyStart,
  encoding: string | undefined,
  mostBytes: number,
): Promise<BodyStart> {
  const unpacker = unpackerOf(encoding);
  if (unpacker === undefined || body.length === 0) return Promise.resolve({ body, end });
  const unpack = unpacker();
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    const finish = (how: BodyEnd): void => {
      unpack.destroy();
      resolve({ body: new Uint8Array(Buffer.concat(parts).subarray(0, mostBytes)), end: how });
    };
    unpack.on('data', (part: Uint8Array) => {
      parts.push(part);
      length += part.length;
      if (length > mostBytes) finish('enough');
    });
    unpack.once('end', () => finish(end));
    // What broke off is unpacked as far as it goes.
    unpack.on('error', () => finish(end === 'whole' ? 'dropped' : end));
    unpack.end(body);
  });
}

const unpackers: ReadonlyMap<string, () => Transform> = new Map<string, () => Transform>([
  ['gzip', () => createGunzip({ chunkSize })],
  ['x-gzip', () => createGunzip({ chunkSize })],
  ['deflate', () => createInflate({ chunkSize })],
  ['br', () => createBrotliDecompress({ chunkSize })],
]);

function unpackerOf(encoding = ''): (() => Transform) | undefined {
  return unpackers.get(encoding.trim().toLowerCase());
}
