import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { VerdictCause, VerdictKind } from '../../src/core/images/remote/imageVerdict';
import { pictures } from './pictures';

/** One request to a server of images, and what that server remembers of the address. */
export interface AskedImage {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  /** How often the same path has been asked for before with GET. */
  readonly before: number;
  /** Calls later, unless the server is closed first. */
  later(milliseconds: number, call: () => void): void;
}

/** A way to answer, and the verdict that a check of it has to come to. */
export interface ImageAnswer {
  readonly kind: VerdictKind;
  readonly cause: VerdictCause;
  readonly give: (asked: AskedImage) => void;
}

const page = Buffer.from('<!DOCTYPE html>\n<html><head><title>Home</title></head><body>Nothing here.</body></html>');
const large = pictures.png(800, 600, 200_000);
const small = pictures.png(40, 30, 3000);

/** By the first part of the path. */
export const imageAnswers = {
  ok: shows((asked) => file(asked, small, 'image/png')),
  large: shows((asked) => file(asked, large, 'image/png')),
  noRanges: shows((asked) => whole(asked, large, 'image/png')),
  jpeg: shows((asked) => file(asked, pictures.jpeg(), 'image/jpeg')),
  gif: shows((asked) => file(asked, pictures.gif(), 'image/gif')),
  webp: shows((asked) => file(asked, pictures.webp(), 'image/webp')),
  avif: shows((asked) => file(asked, pictures.avif(), 'image/avif')),
  svg: shows((asked) => file(asked, pictures.svg(), 'image/svg+xml')),
  bmp: shows((asked) => file(asked, pictures.bmp(), 'image/bmp')),
  ico: shows((asked) => file(asked, pictures.ico(), 'image/x-icon')),
  otherType: shows((asked) => file(asked, small, 'application/octet-stream')),
  noHead: shows((asked) => (asked.request.method === 'HEAD' ? empty(asked, 405) : file(asked, small, 'image/png'))),
  lyingHead: shows((asked) => (asked.request.method === 'HEAD' ? empty(asked, 404) : file(asked, small, 'image/png'))),
  noRangeAtAll: shows((asked) =>
    asked.request.headers.range === undefined ? whole(asked, small, 'image/png') : empty(asked, 416),
  ),
  missing: { kind: 'gone', cause: 'status', give: (asked) => text(asked, 404, 'Not found') },
  gone: { kind: 'gone', cause: 'status', give: (asked) => text(asked, 410, 'Gone') },
  login: { kind: 'refused', cause: 'status', give: (asked) => text(asked, 401, 'Who are you?') },
  forbidden: { kind: 'refused', cause: 'status', give: (asked) => text(asked, 403, 'No robots') },
  readersOnly: shows((asked) =>
    asked.request.headers.referer === undefined ? text(asked, 403, 'No') : file(asked, small, 'image/png'),
  ),
  tooMany: {
    kind: 'refused',
    cause: 'status',
    give: (asked) => text(asked, 429, 'Slow down', { 'retry-after': '0' }),
  },
  tooManyOnce: shows((asked) =>
    asked.before === 0 ? text(asked, 429, 'Slow down', { 'retry-after': '0' }) : file(asked, small, 'image/png'),
  ),
  waitLong: {
    kind: 'refused',
    cause: 'waitTooLong',
    give: (asked) => text(asked, 429, 'Tomorrow', { 'retry-after': '86400' }),
  },
  failing: { kind: 'serverError', cause: 'status', give: (asked) => text(asked, 500, 'Oh') },
  failsOnce: shows((asked) => (asked.before === 0 ? text(asked, 503, 'Oh') : file(asked, small, 'image/png'))),
  moved: { kind: 'moved', cause: 'fine', give: (asked) => redirect(asked, 301, asked.path.replace('moved', 'ok')) },
  movedTwice: {
    kind: 'moved',
    cause: 'fine',
    give: (asked) => redirect(asked, 308, asked.path.replace('movedTwice', 'moved')),
  },
  elsewhere: shows((asked) => redirect(asked, 302, asked.path.replace('elsewhere', 'ok'))),
  movedAway: {
    kind: 'gone',
    cause: 'status',
    give: (asked) => redirect(asked, 301, asked.path.replace('movedAway', 'missing')),
  },
  toHome: {
    kind: 'notAnImage',
    cause: 'html',
    give: (asked) => redirect(asked, 302, asked.path.replace('toHome', 'html')),
  },
  loop: { kind: 'redirectLoop', cause: 'loop', give: (asked) => redirect(asked, 302, asked.path) },
  endlessRedirects: {
    kind: 'redirectLoop',
    cause: 'tooManyRedirects',
    give: (asked) => redirect(asked, 302, `${asked.path}x`),
  },
  toPrivate: {
    kind: 'skipped',
    cause: 'privateAddress',
    give: (asked) => redirect(asked, 302, 'http://10.0.0.1/secret.png'),
  },
  toNowhere: {
    kind: 'serverError',
    cause: 'badRedirect',
    give: (asked) => redirect(asked, 302, 'ftp://files.test/a.png'),
  },
  html: { kind: 'notAnImage', cause: 'html', give: (asked) => file(asked, page, 'text/html') },
  htmlAsImage: { kind: 'notAnImage', cause: 'html', give: (asked) => file(asked, page, 'image/jpeg') },
  json: { kind: 'notAnImage', cause: 'json', give: (asked) => file(asked, Buffer.from('{"error":1}'), 'image/png') },
  noise: {
    kind: 'notAnImage',
    cause: 'unknownBytes',
    give: (asked) => file(asked, Buffer.alloc(500, 0xf7), 'image/png'),
  },
  svgAsText: { kind: 'notAnImage', cause: 'wrongType', give: (asked) => file(asked, pictures.svg(), 'text/plain') },
  empty: { kind: 'truncated', cause: 'empty', give: (asked) => whole(asked, Buffer.alloc(0), 'image/png') },
  cut: {
    kind: 'truncated',
    cause: 'shorterThanItsHeader',
    give: (asked) => file(asked, small.subarray(0, 900), 'image/png'),
  },
  lyingLength: { kind: 'truncated', cause: 'dropped', give: lyingLength },
  dropInBody: { kind: 'truncated', cause: 'dropped', give: lyingLength },
  dropped: { kind: 'unreachable', cause: 'noAnswer', give: ({ request }) => request.socket.destroy() },
  hangs: { kind: 'unreachable', cause: 'headersTimedOut', give: () => undefined },
  hangsInBody: { kind: 'unreachable', cause: 'bodyTimedOut', give: hangsInBody },
  drips: { kind: 'unreachable', cause: 'bodyTimedOut', give: drips },
  notHttp: {
    kind: 'unreachable',
    cause: 'notHttp',
    give: ({ request }) => void request.socket.end('SSH-2.0-OpenSSH_9.9\r\n'),
  },
  endlessHeaders: { kind: 'unreachable', cause: 'headersTooLarge', give: endlessHeaders },
  gzipBomb: { kind: 'notAnImage', cause: 'text', give: (asked) => packed(asked, bomb()) },
  gzip: shows((asked) => packed(asked, gzipSync(small))),
  onePixel: { kind: 'placeholder', cause: 'onePixel', give: (asked) => file(asked, pictures.gif(1, 1), 'image/gif') },
  notFoundPicture: {
    kind: 'placeholder',
    cause: 'knownPicture',
    give: (asked) => file(asked, notFoundPicture, 'image/png'),
  },
} as const satisfies Readonly<Record<string, ImageAnswer>>;

export type ImageCase = keyof typeof imageAnswers;

/** A "not found" picture, which a check knows by its hash. */
export const notFoundPicture = pictures.png(123, 45, 700);

function shows(give: ImageAnswer['give']): ImageAnswer {
  return { kind: 'ok', cause: 'fine', give };
}

/** A file of which a part can be asked for. */
function file(asked: AskedImage, bytes: Uint8Array, type: string): void {
  const { request, response } = asked;
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (from === undefined || to === undefined) {
    whole(asked, bytes, type);
    return;
  }
  const part = bytes.subarray(Number(from), Number(to) + 1);
  response.writeHead(206, {
    'content-type': type,
    'content-length': part.length,
    'content-range': `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`,
  });
  response.end(part);
}

function whole({ request, response }: AskedImage, bytes: Uint8Array, type: string): void {
  response.writeHead(200, { 'content-type': type, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function text({ request, response }: AskedImage, status: number, body: string, headers = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain', 'content-length': body.length, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function empty({ response }: AskedImage, status: number): void {
  response.writeHead(status, { 'content-length': 0 });
  response.end();
}

function redirect({ response }: AskedImage, status: number, location: string): void {
  response.writeHead(status, { location, 'content-length': 0 });
  response.end();
}

/** Says that there is more than there is, and closes. */
function lyingLength({ request, response }: AskedImage): void {
  if (request.method === 'HEAD') {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': 9000 });
    response.end();
    return;
  }
  request.socket.write('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 9000\r\n\r\n');
  request.socket.end(small.subarray(0, 500));
}

function hangsInBody({ request, response }: AskedImage): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': small.length });
  if (request.method === 'HEAD') response.end();
  else response.write(small.subarray(0, 100));
}

function drips({ request, response, later }: AskedImage): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-length': small.length });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  let at = 0;
  const drip = (): void => {
    response.write(small.subarray(at, ++at));
    if (!response.destroyed && at < small.length) later(20, drip);
  };
  drip();
}

function endlessHeaders({ request: { socket }, later }: AskedImage): void {
  socket.write('HTTP/1.1 200 OK\r\n');
  const line = `X-More: ${'x'.repeat(1000)}\r\n`;
  const more = (): void => {
    if (socket.destroyed || socket.bytesWritten > 1_000_000) return;
    socket.write(line.repeat(8));
    later(1, more);
  };
  more();
}

function packed({ request, response }: AskedImage, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': 'image/png', 'content-encoding': 'gzip', 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

let madeBomb: Uint8Array | undefined;

/** 64 MB of blanks and letters in 64 KB. */
function bomb(): Uint8Array {
  madeBomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, 'boom '));
  return madeBomb;
}
