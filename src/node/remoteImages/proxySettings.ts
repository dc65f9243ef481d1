/** How to get out of this network. */
export interface ProxySettings {
  /** For all addresses; wins over the environment. */
  readonly proxy?: string;
  /** Hosts that are asked directly: names, ends of names with a leading dot or `*.`, each with a port where that matters. */
  readonly noProxy?: readonly string[];
  /** The value of a `Proxy-Authorization` header. */
  readonly authorization?: string;
  /** Whether the certificate of an `https:` proxy has to be right; it has unless this says no. */
  readonly verify?: boolean;
  /** The variables that name proxies; those of the process unless given. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** A proxy that cannot be used, as a line for a person. */
export class UnusableProxy extends Error {
  override readonly name = 'UnusableProxy';
}

/** The proxy through which an address is asked; undefined for none. */
export function proxyFor(url: URL, settings: ProxySettings): URL | undefined {
  const { environment = process.env } = settings;
  const variable = (name: string): string | undefined => environment[name] ?? environment[name.toUpperCase()];
  const scheme = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy';
  const written = settings.proxy || variable(scheme) || variable('all_proxy');
  if (written === undefined || written === '') return undefined;
  const exceptions = settings.noProxy ?? (variable('no_proxy') ?? '').split(/[\s,]+/);
  if (exceptions.some((exception) => isException(url, exception))) return undefined;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(written) ? written : `http://${written}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy === undefined || !/^https?:$/.test(proxy.protocol)) {
    throw new UnusableProxy(`${address.replace(/\/\/[^@/]*@/, '//')} is no HTTP proxy`);
  }
  return proxy;
}

/** The header that shows the proxy who asks; undefined where it does not want to know. */
export function proxyAuthorization(proxy: URL, { authorization }: ProxySettings): string | undefined {
  if (authorization !== undefined) return authorization;
  if (proxy.username === '') return undefined;
  const name = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(name).toString('base64')}`;
}

function isException({ hostname, port, protocol }: URL, written: string): boolean {
  const exception = written.trim().toLowerCase();
  if (exception === '') return false;
  if (exception === '*') return true;
  const [, name = '', wantedPort] = /^(.*?)(?::(\d+))?$/.exec(exception) ?? [];
  const ownPort = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  if (wantedPort !== undefined && wantedPort !== ownPort) return false;
  const ending = name.replace(/^\*?\./, '');
  return hostname === ending || hostname.endsWith(`.${ending}`);
}
