import { Agent as HttpAgent, type IncomingMessage, type RequestOptions, request as sendHttp } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent, request as sendHttps } from 'node:https';
import { networkInterfaces } from 'node:os';
import { type HttpClient, HttpError, type HttpRequest, type HttpResponse } from '../../core/host/http';
import { AddressPolicy } from '../../core/images/remote/addressPolicy';
import { AbortCalls } from './abortCalls';
import { httpFaultOf } from './httpFaultOf';
import { AddressNotAllowed, PinnedLookup, type Resolve } from './pinnedLookup';
import { type ProxySettings, proxyAuthorization, proxyFor } from './proxySettings';
import { readStart } from './readStart';
import { ProxyFailed, TunnelAgent } from './tunnelAgent';

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

const largestHeaders = 16 * 1024;
/** How long a connection that nobody uses stays open. */
const idle = 4000;
const idlePerHost = 4;
const mostStale = idlePerHost;

/** Asks servers through Node's own client, on connections that are kept. To be disposed of at the end. */
export class NodeHttpClient implements HttpClient {
  readonly #policy: AddressPolicy;
  readonly #lookup: PinnedLookup;
  readonly #timeout: number;
  readonly #proxy: ProxySettings;
  readonly #agentOptions: AgentOptions;
  readonly #http: HttpAgent;
  readonly #https: HttpsAgent;
  readonly #stops = new AbortCalls();
  readonly #tunnels = new Map<string, TunnelAgent>();

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
    this.#timeout = timeout;
    this.#proxy = proxy;
    this.#agentOptions = {
      keepAlive: true,
      maxSockets: perHost,
      maxFreeSockets: Math.min(idlePerHost, perHost),
      timeout: idle,
      ...(ca === undefined ? {} : { ca }),
    };
    this.#http = new HttpAgent(this.#agentOptions);
    this.#https = new HttpsAgent(this.#agentOptions);
  }

  hasNetwork(): boolean {
    return Object.values(networkInterfaces()).some((addresses) => addresses?.some(({ internal }) => !internal));
  }

  async request(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
    signal.throwIfAborted();
    let viaProxy: string | undefined;
    try {
      const url = new URL(request.url);
      const proxy = proxyFor(url, this.#proxy);
      viaProxy = proxy?.host;
      this.#refuse(url);
      return await this.#sendAgain(url, request, proxy, signal);
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      throw error instanceof HttpError ? error : new HttpError(httpFaultOf(error, viaProxy));
    }
  }

  dispose(): void {
    for (const agent of [this.#http, this.#https, ...this.#tunnels.values()]) agent.destroy();
  }

  /** An address in the place of a name is never looked up. */
  #refuse(url: URL): void {
    const refusal = this.#policy.refusal(url.href);
    if (refusal?.kind === 'privateAddress' || refusal?.kind === 'noAddress') throw new AddressNotAllowed(refusal.host);
  }

  /** A kept connection may be closed by the server just when it is used again, which says nothing of the request. */
  async #sendAgain(url: URL, request: HttpRequest, proxy: URL | undefined, signal: AbortSignal): Promise<HttpResponse> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#send(url, request, proxy, signal);
      } catch (error) {
        if (!(error instanceof StaleConnection)) throw error;
        if (attempt >= mostStale) throw new HttpError({ kind: 'dropped' });
      }
    }
  }

  #send(url: URL, request: HttpRequest, proxy: URL | undefined, signal: AbortSignal): Promise<HttpResponse> {
    return new Promise((resolve, reject) => {
      const isEncrypted = url.protocol === 'https:';
      const send = isEncrypted || (proxy?.protocol === 'https:' && !isEncrypted) ? sendHttps : sendHttp;
      const sent = send(this.#options(url, request, proxy));
      let isOver = false;
      let timer: ReturnType<typeof setTimeout>;
      const within = (phase: 'connect' | 'headers'): void => {
        clearTimeout(timer);
        timer = setTimeout(() => fail(new HttpError({ kind: 'timedOut', phase })), this.#timeout);
      };
      const over = (): boolean => {
        const wasOver = isOver;
        isOver = true;
        clearTimeout(timer);
        stops.delete(stop);
        return wasOver;
      };
      const fail = (error: unknown): void => {
        if (over()) return;
        reject(error);
        sent.destroy();
      };
      const stops = this.#stops.of(signal);
      const stop = (): void => fail(signal.reason);

      within('connect');
      stops.add(stop);
      sent.on('error', (error) => fail(sent.reusedSocket && isReset(error) ? new StaleConnection() : error));
      sent.once('socket', (socket) => {
        if (sent.reusedSocket || !socket.connecting) within('headers');
        else socket.once(isEncrypted && proxy === undefined ? 'secureConnect' : 'connect', () => within('headers'));
      });
      // An answer that comes before all is sent, or many of them, is none to wait for.
      sent.once('response', (message) => {
        clearTimeout(timer);
        const address = proxy === undefined ? message.socket.remoteAddress : undefined;
        const read = readStart(message, request.mostBytes, this.#timeout);
        const abort = (): void => void message.destroy();
        stops.add(abort);
        void read.then(({ body, end }) => {
          stops.delete(abort);
          if (signal.aborted) fail(signal.reason);
          else if (proxy !== undefined && message.statusCode === 407)
            fail(new ProxyFailed(`${proxy.host}: it answers 407`));
          else if (!over()) resolve(responseOf(message, body, end, address));
        });
      });
      sent.end();
    });
  }

  #options(url: URL, request: HttpRequest, proxy: URL | undefined): RequestOptions {
    const { method, headers } = request;
    const usual = { method, maxHeaderSize: largestHeaders, lookup: this.#lookup.lookup };
    const target = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || defaultPort(url) };
    const path = url.pathname + url.search;
    if (proxy === undefined) {
      const agent = url.protocol === 'https:' ? this.#https : this.#http;
      return { ...usual, ...target, path, headers, agent };
    }
    const authorization = proxyAuthorization(proxy, this.#proxy);
    // The proxy is the person's own choice, wherever it is, and looks up names itself.
    const { lookup: _, ...proxied } = usual;
    if (url.protocol === 'https:') {
      return { ...proxied, ...target, path, headers, agent: this.#tunnel(proxy, authorization) };
    }
    return {
      ...proxied,
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || defaultPort(proxy),
      path: `http://${url.host}${path}`,
      headers: {
        ...headers,
        host: url.host,
        ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }),
      },
      agent: proxy.protocol === 'https:' ? this.#https : this.#http,
      ...(this.#proxy.verify === false ? { rejectUnauthorized: false } : {}),
    };
  }

  #tunnel(proxy: URL, authorization: string | undefined): TunnelAgent {
    let agent = this.#tunnels.get(proxy.href);
    if (agent === undefined) {
      agent = new TunnelAgent(proxy, authorization, this.#timeout, this.#agentOptions, this.#proxy.verify);
      this.#tunnels.set(proxy.href, agent);
    }
    return agent;
  }
}

class StaleConnection extends Error {}

function isReset(error: NodeJS.ErrnoException): boolean {
  return error.code === 'ECONNRESET' || error.code === 'EPIPE';
}

function responseOf(
  message: IncomingMessage,
  body: Uint8Array,
  end: HttpResponse['end'],
  address: string | undefined,
): HttpResponse {
  const { statusCode = 0, headers } = message;
  return {
    status: statusCode,
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value ?? '')])),
    body,
    end,
    ...(address === undefined ? {} : { address }),
  };
}

function defaultPort({ protocol }: URL): string {
  return protocol === 'https:' ? '443' : '80';
}
