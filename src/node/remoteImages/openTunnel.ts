import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { portOf } from './portOf';

/** The proxy itself failed: nothing is said of the server behind it. */
export class ProxyFailed extends Error {
  override readonly name = 'ProxyFailed';
}

/** How a proxy is talked to. */
export interface ProxyTalk {
  readonly proxy: URL;
  /** The value of a `Proxy-Authorization` header. */
  readonly authorization?: string;
  /** Whether the proxy's own certificate has to be right. */
  readonly verify: boolean;
}

/** Asks a proxy for a way to a server, on which anything can be said. `patience` is how long it may take, in milliseconds. */
export function openTunnel(
  target: string,
  { proxy, authorization, verify }: ProxyTalk,
  patience: number,
): { readonly opened: Promise<Socket>; readonly stop: () => void } {
  const send = proxy.protocol === 'https:' ? httpsRequest : httpRequest;
  const asking = send({
    method: 'CONNECT',
    host: proxy.hostname.replace(/^\[|\]$/g, ''),
    port: portOf(proxy),
    path: target,
    agent: false,
    timeout: patience,
    rejectUnauthorized: verify,
    headers: { host: target, ...(authorization === undefined ? {} : { 'proxy-authorization': authorization }) },
  });
  const opened = new Promise<Socket>((resolve, reject) => {
    const fail = (why: string): void => reject(new ProxyFailed(`${proxy.host}: ${why}`));
    asking.once('timeout', () => asking.destroy(Object.assign(new Error('no answer'), { code: 'no answer' })));
    asking.on('error', (error: NodeJS.ErrnoException) => fail(error.code ?? error.message));
    asking.once('response', ({ statusCode = 0 }) => {
      asking.destroy();
      fail(`it answers ${statusCode}`);
    });
    asking.once('connect', ({ statusCode = 0 }, socket: Socket, first: Buffer) => {
      if (statusCode !== 200) {
        socket.destroy();
        fail(`it answers ${statusCode}`);
        return;
      }
      socket.setTimeout(0);
      if (first.length > 0) socket.unshift(first);
      resolve(socket);
    });
    asking.end();
  });
  return { opened, stop: () => asking.destroy() };
}
