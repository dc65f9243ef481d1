import { request as httpRequest } from 'node:http';
import { type AgentOptions, Agent as HttpsAgent, request as httpsRequest, type RequestOptions } from 'node:https';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as connectTls } from 'node:tls';

type Connected = (error: Error | null, stream: Duplex) => void;

/** The proxy itself failed: nothing is said of the server behind it. */
export class ProxyFailed extends Error {
  override readonly name = 'ProxyFailed';
}

/** Keeps encrypted connections that lead through a proxy's tunnel. */
export class TunnelAgent extends HttpsAgent {
  readonly #proxy: URL;
  readonly #authorization: string | undefined;
  readonly #patience: number;
  readonly #verify: boolean;

  /** `patience` is how long the proxy may take, in milliseconds. */
  constructor(proxy: URL, authorization: string | undefined, patience: number, options: AgentOptions, verify = true) {
    super(options);
    this.#proxy = proxy;
    this.#authorization = authorization;
    this.#patience = patience;
    this.#verify = verify;
  }

  /** Called by the agent it extends, which takes the socket from the callback. */
  override createConnection(options: RequestOptions, connected?: Connected): undefined {
    const host = String(options.host ?? options.hostname);
    const target = `${host.includes(':') ? `[${host}]` : host}:${options.port ?? 443}`;
    const send = this.#proxy.protocol === 'https:' ? httpsRequest : httpRequest;
    const asking = send({
      method: 'CONNECT',
      host: this.#proxy.hostname.replace(/^\[|\]$/g, ''),
      port: this.#proxy.port || (this.#proxy.protocol === 'https:' ? 443 : 80),
      path: target,
      agent: false,
      timeout: this.#patience,
      rejectUnauthorized: this.#verify,
      headers: {
        host: target,
        ...(this.#authorization === undefined ? {} : { 'proxy-authorization': this.#authorization }),
      },
    });
    const fail = (why: string): void => connected?.(new ProxyFailed(`${this.#proxy.host}: ${why}`), new Duplex());
    asking.once('timeout', () => asking.destroy(Object.assign(new Error('no answer'), { code: 'no answer' })));
    asking.once('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    asking.once('response', ({ statusCode = 0 }) => {
      asking.destroy();
      fail(`it answers ${statusCode}`);
    });
    asking.once('connect', ({ statusCode = 0 }, socket: Socket) => {
      if (statusCode !== 200) {
        socket.destroy();
        fail(`it answers ${statusCode}`);
        return;
      }
      socket.setTimeout(0);
      connected?.(null, connectTls({ ...(options as object), socket, servername: options.servername ?? host }));
    });
    asking.end();
    return undefined;
  }
}
