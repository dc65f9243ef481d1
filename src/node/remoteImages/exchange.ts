import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { request as startRequest } from 'node:https';
import type { Socket } from 'node:net';
import { type BodyEnd, HttpError, type HttpResponse } from '../../core/host/http';
import type { OnAbort } from './abortListeners';
import { isParseError } from './httpFaultOf';
import type { RoutedOptions } from './routeAgent';
import { isPacked, packedBytes } from './unpackStart';

/** Of all that comes before a body, interim responses included. */
const largestHead = 16 * 1024;

/** A kept connection was closed by the server before it answered: that says nothing of the request. */
export class StaleConnection extends Error {
  override readonly name = 'StaleConnection';
}

export interface ExchangeLimits {
  /** Of the body without its `content-encoding`. */
  readonly mostBytes: number;
  /** For a connection, then for the headers, then for the body, in milliseconds. */
  readonly timeout: number;
  readonly onAbort: OnAbort;
}

/** Sends a request and reads its response no further than the limits allow. The body still has its `content-encoding`. */
export function exchange(options: RoutedOptions, limits: ExchangeLimits): Promise<HttpResponse> {
  return new Promise((resolve, reject) => new Exchange(options, limits, resolve, reject));
}

class Exchange {
  readonly #request: ClientRequest;
  readonly #resolve: (response: HttpResponse) => void;
  readonly #reject: (reason: unknown) => void;
  readonly #removeAbortListener: () => void;
  readonly #timeout: number;
  #timer: NodeJS.Timeout | undefined;
  #phase: 'connect' | 'headers' = 'connect';
  #headBytes = 0;
  #response: IncomingMessage | undefined;
  readonly #isDirect: boolean;
  #address: string | undefined;
  #mostBytes: number;
  readonly #parts: Buffer[] = [];
  #received = 0;
  #error: NodeJS.ErrnoException | undefined;
  #isSettled = false;

  constructor(
    options: RoutedOptions,
    { mostBytes, timeout, onAbort }: ExchangeLimits,
    resolve: (response: HttpResponse) => void,
    reject: (reason: unknown) => void,
  ) {
    this.#mostBytes = mostBytes;
    this.#timeout = timeout;
    this.#isDirect = options.route.lookup !== undefined;
    this.#resolve = resolve;
    this.#reject = reject;
    const request = startRequest({ ...options, maxHeaderSize: largestHead });
    this.#request = request;
    // After what only the lenient parser reads, nobody can say where the next response would begin.
    if (options.insecureHTTPParser) request.shouldKeepAlive = false;
    request.on('socket', (socket) => this.#connect(socket, options.route.isSecure));
    request.on('response', (response) => this.#read(response));
    request.on('error', (error) => {
      this.#error ??= error;
    });
    request.on('close', () => {
      if (this.#response === undefined) this.#fail();
    });
    this.#removeAbortListener = onAbort((reason) => this.#stop(reason));
    request.end();
  }

  /** Where there is a tunnel, it is open by now: how long that takes is limited by itself. */
  #connect(socket: Socket, isSecure: boolean): void {
    this.#timer = setTimeout(() => this.#runOut(), this.#timeout);
    const connected = (): void => {
      this.#phase = 'headers';
      this.#timer?.refresh();
    };
    if (this.#request.reusedSocket) connected();
    else socket.once(isSecure ? 'secureConnect' : 'connect', connected);
    const count = ({ length }: Buffer): void => this.#countHead(length);
    socket.on('data', count);
    this.#request.once('response', () => socket.off('data', count));
  }

  /** Node limits one head, but neither interim responses nor blank lines before it. Its parser has the bytes already. */
  #countHead(bytes: number): void {
    this.#headBytes += bytes;
    const isPending = this.#response === undefined && this.#error === undefined;
    if (isPending && this.#headBytes > largestHead) this.#stop(new HttpError({ kind: 'headersTooLarge' }));
  }

  #read(response: IncomingMessage): void {
    this.#response = response;
    if (this.#isDirect) this.#address = response.socket.remoteAddress;
    this.#timer?.refresh();
    if (isPacked(response.headers['content-encoding'])) this.#mostBytes = packedBytes(this.#mostBytes);
    response.on('data', (bytes: Buffer) => this.#take(bytes));
    // After the end the connection is free for the next request.
    response.on('close', () => this.#close(response));
  }

  #take(bytes: Buffer): void {
    const wanted = this.#mostBytes - this.#received;
    this.#received += bytes.length;
    if (wanted > 0) this.#parts.push(bytes.subarray(0, wanted));
    if (bytes.length > wanted) this.#finish('enough');
  }

  /** A body that ends with its connection is whole unless that was reset; one that is no HTTP is none. */
  #close({ complete }: IncomingMessage): void {
    const isMalformed = isParseError(this.#error);
    if (complete && (this.#error === undefined || isMalformed)) this.#finish('whole');
    else if (isMalformed) this.#fail();
    else this.#finish('dropped');
  }

  #runOut(): void {
    if (this.#response !== undefined) this.#finish('timedOut');
    else this.#stop(new HttpError({ kind: 'timedOut', phase: this.#phase }));
  }

  #finish(end: BodyEnd): void {
    if (this.#response === undefined || !this.#settle()) return;
    if (end !== 'whole') this.#request.destroy();
    const { statusCode: status = 0, headers } = this.#response;
    this.#resolve({
      status,
      headers: singleHeaders(headers),
      body: Buffer.concat(this.#parts),
      end,
      ...(this.#address === undefined ? {} : { address: this.#address }),
    });
  }

  #fail(): void {
    if (!this.#settle()) return;
    const isStale = this.#request.reusedSocket && /^(?:ECONNRESET|EPIPE)$/.test(this.#error?.code ?? '');
    this.#reject(isStale ? new StaleConnection() : (this.#error ?? new HttpError({ kind: 'dropped' })));
  }

  #stop(reason: unknown): void {
    if (!this.#settle()) return;
    this.#request.destroy();
    this.#reject(reason);
  }

  /** False where the exchange is over already: a request that is destroyed ends in several events. */
  #settle(): boolean {
    const isFirst = !this.#isSettled;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.#removeAbortListener();
    return isFirst;
  }
}

/** Cookies, the only headers of which Node makes lists, are of no use here. */
function singleHeaders(headers: IncomingHttpHeaders): Readonly<Record<string, string>> {
  const single: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) if (typeof value === 'string') single[name] = value;
  return single;
}
