import { isIP, type LookupFunction } from 'node:net';
import { type Endpoint, endpointOf } from './endpoint';
import type { ProxyAccess } from './openTunnel';

/** How connections to one server are opened. Its host and port are the proxy's where requests are sent to that. */
export interface Route extends Endpoint {
  /** Connections of the same name can be used in each other's place. */
  readonly name: string;
  readonly isSecure: boolean;
  /** The name that the certificate has to be for; empty for an IP address. */
  readonly servername: string;
  readonly rejectUnauthorized: boolean;
  /** Absent where the proxy looks up names, or is one. */
  readonly lookup?: LookupFunction;
  /** The proxy that an encrypted connection leads through. */
  readonly tunnel?: ProxyAccess;
}

/** The route to the server of a URL, direct or through a proxy. */
export function routeTo(url: URL, lookup: LookupFunction, proxy: ProxyAccess | undefined): Route {
  if (proxy === undefined) return { name: url.origin, ...securedEndpoint(url), rejectUnauthorized: true, lookup };
  const name = `${url.origin} ${proxy.url.href}`;
  if (url.protocol === 'https:') return { name, ...securedEndpoint(url), rejectUnauthorized: true, tunnel: proxy };
  // The proxy is the user's own choice, wherever it is: its name is looked up by the system.
  return { name, ...securedEndpoint(proxy.url), rejectUnauthorized: proxy.verify };
}

function securedEndpoint(url: URL): Endpoint & Pick<Route, 'isSecure' | 'servername'> {
  const endpoint = endpointOf(url);
  return {
    ...endpoint,
    isSecure: url.protocol === 'https:',
    servername: isIP(endpoint.host) === 0 ? endpoint.host : '',
  };
}
