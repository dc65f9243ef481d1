import type { IncomingMessage } from 'node:http';
import type { Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { BodyEnd } from '../../core/host/http';

export interface BodyStart {
  readonly body: Uint8Array;
  readonly end: BodyEnd;
}

/**
 * Reads the first bytes of a body, unpacked, and no more: the connection is closed where there would be more, and kept for
 * the next request where there is not. `milliseconds` is how long all of it may take.
 */
export function readStart(message: IncomingMessage, most: number, milliseconds: number): Promise<BodyStart> {
  const unpack = unpacker(message.headers['content-encoding']);
  const source = unpack === undefined ? message : message.pipe(unpack);
  return new Promise((resolve) => {
    const parts: Uint8Array[] = [];
    let length = 0;
    let isOver = false;
    const finish = (end: BodyEnd): void => {
      if (isOver) return;
      isOver = true;
      clearTimeout(timer);
      source.removeAllListeners('data');
      // A broken connection may tell of it more than once, also after nobody cares any more.
      source.on('error', ignore);
      message.on('error', ignore);
      if (end !== 'whole') message.destroy();
      unpack?.destroy();
      resolve({ body: joined(parts, most), end });
    };
    const timer = setTimeout(() => finish('timedOut'), milliseconds);
    source.on('data', (part: Uint8Array) => {
      parts.push(part);
      length += part.length;
      if (length > most) finish('enough');
    });
    source.once('end', () => finish(message.complete ? 'whole' : 'dropped'));
    source.once('error', () => finish('dropped'));
    if (source !== message) message.once('error', () => finish('dropped'));
    message.once('close', () => {
      if (!message.complete) finish('dropped');
    });
  });
}

function unpacker(encoding: string | undefined): Transform | undefined {
  switch (encoding?.trim().toLowerCase()) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip({ chunkSize: 8 * 1024 });
    case 'deflate':
      return createInflate({ chunkSize: 8 * 1024 });
    case 'br':
      return createBrotliDecompress({ chunkSize: 8 * 1024 });
    default:
      return undefined;
  }
}

function joined(parts: readonly Uint8Array[], most: number): Uint8Array {
  const [first] = parts;
  const whole = parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
  // A copy: the part may be a view of a much larger buffer.
  return new Uint8Array(whole.subarray(0, most));
}

function ignore(): void {
  // Said already by how the reading ended.
}
