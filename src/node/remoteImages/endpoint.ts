/** What a connection is opened to. */
export interface Endpoint {
  /** Without the brackets of an IPv6 address. */
  readonly host: string;
  readonly port: number;
}

/** The end of a URL's connection; a port that is the usual one of its scheme does not stand in it. */
export function endpointOf({ hostname, port, protocol }: URL): Endpoint {
  const usual = protocol === 'https:' ? 443 : 80;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? usual : Number(port) };
}
