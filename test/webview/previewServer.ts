import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deflateSync } from 'node:zlib';
import type { RemoteImages } from '../../src/core/preview/shownImage';
import { webviewShell } from '../../src/core/preview/webviewShell';
import { annotationStrings } from '../../src/protocol/annotationStrings';
import type { PageData } from '../../src/protocol/pageData';
import type { ToPreview } from '../../src/protocol/previewMessages';
import { type PreviewPageStrings, previewStrings } from '../../src/protocol/previewStrings';
import type { BuiltPreview } from './builtPreview';

export const usualData: PageData<ToPreview, PreviewPageStrings> = {
  strings: { page: previewStrings, annotations: annotationStrings },
  first: [
    {
      kind: 'settings',
      settings: { textOnly: false, textSize: 100, width: 'medium', typeface: 'sans', scrollSync: 'both' },
    },
    { kind: 'standing', isRead: false, hasPrevious: false, hasNext: false },
  ],
};

/** Serves the preview's page and counts whatever else it is asked for. */
export class PreviewServer {
  /** Paths that are not of the page itself. */
  readonly strangers: string[] = [];
  readonly #server: Server;
  readonly #built: BuiltPreview;
  /** What the page may load from elsewhere. */
  remoteImages: RemoteImages = 'off';
  /** What it begins with. */
  data: PageData<ToPreview, PreviewPageStrings> = usualData;
  /** Requests for `/slow.png` that wait. */
  readonly #waiting: ServerResponse[] = [];

  private constructor(built: BuiltPreview) {
    this.#built = built;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  static async start(built: BuiltPreview): Promise<PreviewServer> {
    const server = new PreviewServer(built);
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Lets the slow images come. */
  release(): void {
    for (const response of this.#waiting.splice(0)) this.#picture(response);
  }

  async stop(): Promise<void> {
    this.release();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ url = '/', headers }: IncomingMessage, response: ServerResponse): void {
    const path = url.replace(/\?.*$/, '');
    switch (path) {
      case '/':
        response.setHeader('content-type', 'text/html; charset=utf-8').end(this.#shell());
        return;
      case '/preview.js':
        response.setHeader('content-type', 'text/javascript; charset=utf-8').end(this.#built.script);
        return;
      case '/preview.css':
        response.setHeader('content-type', 'text/css; charset=utf-8').end(this.#built.style);
        return;
      case '/bare':
        response.setHeader('content-type', 'text/html; charset=utf-8').end('<!DOCTYPE html><title>Bare</title><body>');
        return;
      case '/favicon.ico':
        response.writeHead(204).end();
        return;
    }
    this.strangers.push(`${url}${headers.referer === undefined ? '' : ` from ${headers.referer}`}`);
    if (path === '/picture.png') this.#picture(response);
    else if (path === '/slow.png') this.#waiting.push(response);
    else if (path === '/moved.png') response.writeHead(302, { location: '/picture.png' }).end();
    else if (path === '/wrong.png') response.setHeader('content-type', 'text/html').end('<h1>No picture</h1>');
    else response.writeHead(404).end();
  }

  #picture(response: ServerResponse): void {
    response.setHeader('content-type', 'image/png').end(picture);
  }

  #shell(): string {
    return webviewShell({
      cspSource: this.origin,
      nonce: 'MDEyMzQ1Njc4OWFiY2RlZg',
      scriptUri: `${this.origin}/preview.js`,
      styleUri: `${this.origin}/preview.css`,
      images: this.remoteImages === 'load' ? 'everywhere' : 'own',
      language: 'en',
      title: 'Preview',
      data: this.data,
    });
  }
}

/** A picture of 640 by 400 points, blue above and sand below. */
const picture = png(640, 400, (y) => (y < 240 ? [92, 141, 188] : [217, 198, 160]));

function png(width: number, height: number, colour: (y: number) => readonly number[]): Buffer {
  const rows = Array.from({ length: height }, (_, y) =>
    Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(colour(y)))]),
  );
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(checksum(body));
  return Buffer.concat([length, body, sum]);
}

function checksum(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}
