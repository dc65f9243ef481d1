import { createServer, type RequestListener, request, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { imageCertificate } from './imageCertificate';

/** A proxy on the loopback address that knows one server alone, and remembers what it was asked. */
export class CountingProxy {
  /** As they were written, such as `GET http://…` or `CONNECT host:443`. */
  readonly seen: string[] = [];
  readonly #server: Server;
  readonly #scheme: string;

  private constructor(port: number, isSecure: boolean) {
    const answer: RequestListener = (asked, response) => {
      this.seen.push(`${asked.method} ${asked.url}`);
      const { pathname } = new URL(asked.url ?? '');
      const { host, range } = asked.headers;
      const headers = { ...(host && { host }), ...(range && { range }) };
      const options = { host: '127.0.0.1', port, method: asked.method, path: pathname, headers, agent: false };
      request(options, (got) => {
        response.writeHead(got.statusCode ?? 0, got.headers);
        got.pipe(response);
      }).end();
    };
    this.#scheme = isSecure ? 'https' : 'http';
    this.#server = isSecure ? createSecureServer(imageCertificate, answer) : createServer(answer);
    this.#server.on('connect', (asked, socket: Socket) => {
      this.seen.push(`CONNECT ${asked.url}`);
      socket.on('error', () => socket.destroy());
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
  }

  /** `port` is that of the server that all requests are passed on to. */
  static async start(port: number, isSecure = false): Promise<CountingProxy> {
    const proxy = new CountingProxy(port, isSecure);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get address(): string {
    return `${this.#scheme}://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }
}
