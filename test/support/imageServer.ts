import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type ImageAnswer, imageAnswers } from './imageAnswers';

/** What a server has seen of one of its hosts. */
export interface HostCounts {
  readonly requests: number;
  readonly heads: number;
  readonly mostAtOnce: number;
  readonly mostConnections: number;
  readonly bytesSent: number;
}

interface Counting {
  requests: number;
  heads: number;
  atOnce: number;
  mostAtOnce: number;
  connections: number;
  mostConnections: number;
  bytesSent: number;
}

/** The names that lead to the server: everything below this one. */
export const imageDomain = 'images.test';

/**
 * A server of images on the loopback address, for any number of hosts: `http://<any>.images.test:<port>/<case>/<any>`.
 * Counts what each host is asked.
 */
export class ImageServer {
  readonly #server: Server;
  readonly #hosts = new Map<string, Counting>();
  readonly #asked = new Map<string, number>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #hostOf = new WeakMap<Socket, string>();
  readonly #latency: number;
  #atOnce = 0;
  #mostAtOnce = 0;

  private constructor(latency: number) {
    this.#latency = latency;
    // It cannot keep a kept connection open for ever, but longer than any test waits.
    this.#server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => this.#answer(request, response));
    // Clients of tests may break off at any time.
    this.#server.on('connection', (socket) => socket.on('error', () => socket.destroy()));
  }

  /** `latency` is how long each answer takes at least, in milliseconds; `port` is free to choose where it is 0. */
  static async start(latency = 0, port = 0): Promise<ImageServer> {
    const server = new ImageServer(latency);
    await new Promise<void>((resolve) => server.#server.listen(port, '127.0.0.1', resolve));
    return server;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Requests at once, to all hosts together. */
  get mostAtOnce(): number {
    return this.#mostAtOnce;
  }

  get requests(): number {
    return [...this.#hosts.values()].reduce((sum, { requests }) => sum + requests, 0);
  }

  /** An address of this server that is answered as the case says. */
  url(path: string, host = 'one'): string {
    return `http://${host}.${imageDomain}:${this.port}/${path}`;
  }

  counts(host = 'one'): HostCounts {
    return this.#counting(`${host}.${imageDomain}`);
  }

  /** How often one path was asked for with GET. */
  gets(path: string, host = 'one'): number {
    return this.#asked.get(`${host}.${imageDomain}/${path}`) ?? 0;
  }

  get hosts(): Readonly<Record<string, HostCounts>> {
    return Object.fromEntries(this.#hosts);
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    const counting = this.#counting(host);
    this.#countConnection(request.socket, host, counting);
    counting.requests++;
    if (request.method === 'HEAD') counting.heads++;
    counting.atOnce++;
    counting.mostAtOnce = Math.max(counting.mostAtOnce, counting.atOnce);
    this.#mostAtOnce = Math.max(this.#mostAtOnce, ++this.#atOnce);
    const sentBefore = request.socket.bytesWritten;
    response.once('close', () => {
      counting.atOnce--;
      this.#atOnce--;
      counting.bytesSent += request.socket.bytesWritten - sentBefore;
    });

    const path = request.url ?? '/';
    const key = `${host}${path}`;
    const before = this.#asked.get(key) ?? 0;
    if (request.method === 'GET') this.#asked.set(key, before + 1);
    const answers: Readonly<Record<string, ImageAnswer>> = imageAnswers;
    const answer = answers[path.split('/')[1] ?? ''] ?? imageAnswers.missing;
    const later = (milliseconds: number, call: () => void): void => {
      const timer = setTimeout(() => {
        this.#timers.delete(timer);
        call();
      }, milliseconds);
      this.#timers.add(timer);
    };
    const give = (): void => answer.give({ request, response, path, before, later });
    if (this.#latency === 0) give();
    else later(this.#latency, give);
  }

  #countConnection(socket: Socket, host: string, counting: Counting): void {
    if (this.#hostOf.has(socket)) return;
    this.#hostOf.set(socket, host);
    counting.connections++;
    counting.mostConnections = Math.max(counting.mostConnections, counting.connections);
    socket.once('close', () => counting.connections--);
  }

  #counting(host: string): Counting {
    let counting = this.#hosts.get(host);
    if (counting === undefined) {
      counting = {
        requests: 0,
        heads: 0,
        atOnce: 0,
        mostAtOnce: 0,
        connections: 0,
        mostConnections: 0,
        bytesSent: 0,
      };
      this.#hosts.set(host, counting);
    }
    return counting;
  }
}

/** Resolves the names of such servers to the loopback address, and no others. */
export async function resolveToLoopback(host: string): Promise<readonly LookupAddress[]> {
  if (host === imageDomain || host.endsWith(`.${imageDomain}`)) return [{ address: '127.0.0.1', family: 4 }];
  throw Object.assign(new Error(`queryA ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
}
