import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { type Endpoint, endpointOf } from './endpoint';

/** The proxy itself failed: nothing is said of the server behind it. */
export class ProxyFailed extends Error {
  override readonly name = 'ProxyFailed';
}

export interface ProxyAccess {
  readonly url: URL;
  /** The value of a `Proxy-Authorization` header. */
  readonly authorization?: string;
  /** Whether the proxy's own certificate has to be right. */
  readonly verify: boolean;
}

/** A tunnel to a server while the proxy is asked for it. Rejects with a `ProxyFailed`. */
export interface OpeningTunnel {
  readonly opened: Promise<Socket>;
  readonly stop: () => void;
}

/** Asks a proxy for a connection to a server, on which anything can be said. `timeout` is in milliseconds. */
export function openTunnel(
  { host, port }: Endpoint,
  { url, authorization, verify }: ProxyAccess,
  timeout: number,
): OpeningTunnel {
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const connect = (url.protocol === 'https:' ? httpsRequest : httpRequest)({
    ...endpointOf(url),
    method: 'CONNECT',
    path: target,
    agent: false,
    rejectUnauthorized: verify,
    headers: { host: target, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
  });
  const opened = new Promise<Socket>((resolve, reject) => {
    const fail = (why: string): void => {
      connect.destroy();
      reject(new ProxyFailed(`${url.host}: ${why}`));
    };
    const timer = setTimeout(() => fail('no answer'), timeout);
    connect.on('close', () => clearTimeout(timer));
    connect.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    connect.once('response', ({ statusCode = 0 }) => fail(`it answers ${statusCode}`));
    connect.once('connect', ({ statusCode = 0 }, socket: Socket, first: Buffer) => {
      clearTimeout(timer);
      if (statusCode !== 200) {
        socket.destroy();
        fail(`it answers ${statusCode}`);
        return;
      }
      if (first.length > 0) socket.unshift(first);
      resolve(socket);
    });
    connect.end();
  });
  return { opened, stop: () => connect.destroy() };
}
