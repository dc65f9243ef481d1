import { networkInterfaces } from 'node:os';
import { type HttpClient, HttpError, type HttpRequest, type HttpResponse } from '../../core/host/http';
import { AddressPolicy } from '../../core/images/remote/addressPolicy';
import { AbortCalls } from './abortCalls';
import type { Exchanged } from './connection';
import { ConnectionPool } from './connectionPool';
import { httpFaultOf } from './httpFaultOf';
import { ProxyFailed, type ProxyTalk } from './openTunnel';
import { AddressNotAllowed, PinnedLookup, type Resolve } from './pinnedLookup';
import { type ProxySettings, proxyAuthorization, proxyFor } from './proxySettings';
import { requestText } from './requestText';
import { routeTo } from './route';
import { SocketOpener } from './socketOpener';
import { unpackStart } from './unpackStart';

export interface NodeHttpOptions {
  readonly allowPrivateHosts?: readonly string[];
  /** How long a connection, then the headers, then the body may take, each, in milliseconds. */
  readonly timeout?: number;
  readonly perHost?: number;
  readonly proxy?: ProxySettings;
  /** The system's own unless given. */
  readonly resolve?: Resolve;
  /** Certificates to trust beside the system's, in PEM. */
  readonly ca?: string;
}

/**
 * Asks servers on connections that are kept, in HTTP of its own: a check of thousands of images needs little of what Node's
 * client can do, and that is most of its work. To be disposed of at the end.
 */
export class NodeHttpClient implements HttpClient {
  readonly #policy: AddressPolicy;
  readonly #lookup: PinnedLookup;
  readonly #proxy: ProxySettings;
  readonly #pool: ConnectionPool;
  readonly #stops = new AbortCalls();

  constructor({
    allowPrivateHosts = [],
    timeout = 20_000,
    perHost = 10,
    proxy = {},
    resolve,
    ca,
  }: NodeHttpOptions = {}) {
    this.#policy = new AddressPolicy(allowPrivateHosts);
    this.#lookup = new PinnedLookup(this.#policy, resolve);
    // Each look at the environment of the process is a call of the system.
    this.#proxy = { ...proxy, environment: proxy.environment ?? { ...process.env } };
    this.#pool = new ConnectionPool({
      opener: new SocketOpener({ ca, patience: timeout }),
      perRoute: perHost,
      timeout,
    });
  }

  hasNetwork(): boolean {
    return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  }

  async request(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    signal.throwIfAborted();
    let viaProxy: string | undefined;
    try {
      const url = new URL(request.url);
      const talk = this.#proxyTalk(url);
      viaProxy = talk?.proxy.host;
      this.#refuse(url);
      const exchanged = await this.#exchange(url, request, talk, signal);
      if (talk !== undefined && exchanged.reader.head?.status === 407) {
        throw new ProxyFailed(`${talk.proxy.host}: it answers 407`);
      }
      return await responseOf(exchanged, request.mostBytes, talk !== undefined);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof HttpError ? error : new HttpError(httpFaultOf(error, viaProxy));
    }
  }

  dispose(): void {
    this.#pool.dispose();
  }

  /** An address in the place of a name is never looked up. */
  #refuse(url: URL): void {
    const refusal = this.#policy.refusal(url.href);
    if (refusal?.kind === 'privateAddress' || refusal?.kind === 'noAddress') throw new AddressNotAllowed(refusal.host);
  }

  #exchange(url: URL, request: HttpRequest, talk: ProxyTalk | undefined, signal: AbortSignal): Promise<Exchanged> {
    const path = url.pathname + url.search;
    const isForProxy = talk !== undefined && url.protocol === 'http:';
    const authorization = isForProxy ? talk.authorization : undefined;
    const headers =
      authorization === undefined ? request.headers : { ...request.headers, 'proxy-authorization': authorization };
    const text = requestText(
      { method: request.method, headers },
      url.host,
      isForProxy ? `http://${url.host}${path}` : path,
    );
    const exchange = { request, text };
    return this.#pool.exchange(routeTo(url, this.#lookup.lookup, talk), exchange, this.#stops.of(signal));
  }

  #proxyTalk(url: URL): ProxyTalk | undefined {
    const proxy = proxyFor(url, this.#proxy);
    if (proxy === undefined) return undefined;
    const authorization = proxyAuthorization(proxy, this.#proxy);
    const verify = this.#proxy.verify !== false;
    return { proxy, verify, ...(authorization === undefined ? {} : { authorization }) };
  }
}

async function responseOf(
  { reader, address }: Exchanged,
  mostBytes: number,
  isProxied: boolean,
): Promise<HttpResponse> {
  const { head, end = 'dropped' } = reader;
  if (head === undefined) throw new HttpError({ kind: 'dropped' });
  const { status, headers } = head;
  const encoding = headers['content-encoding'];
  const raw = { body: reader.body, end };
  const start = encoding !== undefined && raw.body.length > 0 ? await unpackStart(raw, encoding, mostBytes) : raw;
  return { status, headers, ...start, ...(address === undefined || isProxied ? {} : { address }) };
}
