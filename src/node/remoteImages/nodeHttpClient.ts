import { networkInterfaces } from 'node:os';
import { type HttpClient, HttpError, type HttpRequest, type HttpResponse } from '../../core/host/http';
import { AddressPolicy } from '../../core/images/remote/addressPolicy';
import { AbortListeners } from './abortListeners';
import { type ExchangeLimits, exchange, StaleConnection } from './exchange';
import { httpFaultOf, isForgivable } from './httpFaultOf';
import { type ProxyAccess, ProxyFailed } from './openTunnel';
import { AddressNotAllowed, PinnedLookup, type Resolve } from './pinnedLookup';
import { type ProxySettings, proxyAuthorization, proxyFor } from './proxySettings';
import { routeTo } from './route';
import { RouteAgent, type RoutedOptions } from './routeAgent';
import { RouteLimit } from './routeLimit';
import { unpackStart } from './unpackStart';

export interface NodeHttpOptions {
  readonly allowPrivateHosts?: readonly string[];
  /** How long a connection, then the headers, then the body may take, each, in milliseconds. */
  readonly timeout?: number;
  readonly perHost?: number;
  readonly proxy?: ProxySettings;
  /** The system's own unless given. */
  readonly resolve?: Resolve;
  /** Certificates to trust in the place of the system's, in PEM. */
  readonly ca?: string;
}

/** Requests on connections that are kept, with the HTTP of Node. To be disposed of at the end. */
export class NodeHttpClient implements HttpClient {
  readonly #policy: AddressPolicy;
  readonly #lookup: PinnedLookup;
  readonly #proxy: ProxySettings;
  readonly #timeout: number;
  readonly #agent: RouteAgent;
  readonly #limit: RouteLimit;
  readonly #abortListeners = new AbortListeners();
  readonly #closing = new AbortController();

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
    this.#timeout = timeout;
    this.#agent = new RouteAgent({ ca, tunnelTimeout: timeout });
    this.#limit = new RouteLimit(perHost);
  }

  hasNetwork(): boolean {
    return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  }

  async request(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    signal.throwIfAborted();
    let viaProxy: string | undefined;
    try {
      const url = new URL(request.url);
      const proxy = this.#proxyAccess(url);
      viaProxy = proxy?.url.host;
      this.#refuse(url);
      const response = await this.#exchange(url, request, proxy, signal);
      if (proxy !== undefined && response.status === 407) throw new ProxyFailed(`${viaProxy}: it answers 407`);
      const encoding = response.headers['content-encoding'];
      return { ...response, ...(await unpackStart(response, encoding, request.mostBytes)) };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof HttpError ? error : new HttpError(httpFaultOf(error, viaProxy));
    }
  }

  dispose(): void {
    this.#closing.abort(new Error('The client was closed.'));
    this.#agent.destroy();
  }

  /** An address in the place of a name is never looked up. */
  #refuse(url: URL): void {
    const refusal = this.#policy.refusal(url.href);
    if (refusal?.kind === 'privateAddress' || refusal?.kind === 'noAddress') throw new AddressNotAllowed(refusal.host);
  }

  #exchange(
    url: URL,
    { method, headers, mostBytes }: HttpRequest,
    proxy: ProxyAccess | undefined,
    signal: AbortSignal,
  ): Promise<HttpResponse> {
    const path = url.pathname + url.search;
    const isForProxy = proxy !== undefined && url.protocol === 'http:';
    const authorization = isForProxy ? proxy.authorization : undefined;
    const options: RoutedOptions = {
      agent: this.#agent,
      route: routeTo(url, this.#lookup.lookup, proxy),
      method,
      path: isForProxy ? `http://${url.host}${path}` : path,
      headers: {
        host: url.host,
        ...headers,
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
    };
    const onAbort = this.#abortListeners.onAny(signal, this.#closing.signal);
    const limits = { mostBytes, timeout: this.#timeout, onAbort };
    return this.#limit.run(options.route.name, onAbort, () => this.#attempts(options, limits));
  }

  async #attempts(options: RoutedOptions, limits: ExchangeLimits): Promise<HttpResponse> {
    try {
      return await this.#onOpenConnection(options, limits);
    } catch (error) {
      if (!isForgivable(error)) throw error;
      // Browsers show the images of such servers too.
      return this.#onOpenConnection({ ...options, insecureHTTPParser: true }, limits);
    }
  }

  async #onOpenConnection(options: RoutedOptions, limits: ExchangeLimits): Promise<HttpResponse> {
    try {
      return await exchange(options, limits);
    } catch (error) {
      if (!(error instanceof StaleConnection)) throw error;
      this.#agent.closeIdle(options.route);
      return exchange(options, limits);
    }
  }

  #proxyAccess(url: URL): ProxyAccess | undefined {
    const proxy = proxyFor(url, this.#proxy);
    if (proxy === undefined) return undefined;
    const authorization = proxyAuthorization(proxy, this.#proxy);
    const verify = this.#proxy.verify !== false;
    return { url: proxy, verify, ...(authorization === undefined ? {} : { authorization }) };
  }
}
