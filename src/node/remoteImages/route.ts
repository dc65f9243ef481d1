import type { LookupFunction } from 'node:net';
import type { ProxyTalk } from './openTunnel';
import { portOf } from './portOf';

/** How connections to one server are opened. */
export interface Route {
  /** Connections of the same name can be used in each other's place. */
  readonly name: string;
  /** What is connected to first: the server, or a proxy before it. */
  readonly host: string;
  readonly port: number;
  /** The name that the certificate has to be for; absent for a connection that is not encrypted. */
  readonly secure?: string;
  readonly verify: boolean;
  /** Absent where the proxy looks up names, or is one. */
  readonly lookup?: LookupFunction;
  /** The proxy that an encrypted connection leads through. */
  readonly tunnel?: ProxyTalk;
}

/** The way to the server of an address, straight or through a proxy. */
export function routeTo(url: URL, lookup: LookupFunction, talk: ProxyTalk | undefined): Route {
  const host = hostOf(url);
  const port = portOf(url);
  const isSecure = url.protocol === 'https:';
  if (talk === undefined) {
    const secure = isSecure ? { secure: host } : {};
    return { name: url.origin, host, port, ...secure, verify: true, lookup };
  }
  const name = `${url.origin} ${talk.proxy.href}`;
  if (isSecure) return { name, host, port, secure: host, verify: true, tunnel: talk };
  // The proxy is the person's own choice, wherever it is: its address is looked up by the system.
  const proxyHost = hostOf(talk.proxy);
  const secure = talk.proxy.protocol === 'https:' ? { secure: proxyHost } : {};
  return { name, host: proxyHost, port: portOf(talk.proxy), ...secure, verify: talk.verify };
}

function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}
