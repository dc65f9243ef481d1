/** One request as it goes over the network: nothing is followed, tried again or remembered. */
export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'HEAD';
  readonly headers: Readonly<Record<string, string>>;
  /** The body is read no further than this; what would follow is refused by closing the connection. */
  readonly mostBytes: number;
}

/** How the reading of a body ended: `enough` where there was more than was asked for. */
export type BodyEnd = 'whole' | 'enough' | 'dropped' | 'timedOut';

export interface HttpResponse {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The first bytes, as they are without their `content-encoding`. */
  readonly body: Uint8Array;
  readonly end: BodyEnd;
  /** The address that answered; absent behind a proxy. */
  readonly address?: string;
}

/** Why there was no answer. */
export type HttpFault =
  | { readonly kind: 'nameNotFound' }
  /** Whoever resolves names did not answer: likely there is no network. */
  | { readonly kind: 'nameLookup'; readonly code: string }
  | { readonly kind: 'connectionRefused' }
  | { readonly kind: 'noRoute'; readonly code: string }
  /** `code` is the system's, such as CERT_HAS_EXPIRED. */
  | { readonly kind: 'tls'; readonly code: string }
  | { readonly kind: 'timedOut'; readonly phase: 'connect' | 'headers' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'headersTooLarge' }
  | { readonly kind: 'notHttp'; readonly code: string }
  /** The name leads to an address that is not to be asked. */
  | { readonly kind: 'notAllowed'; readonly address: string }
  | { readonly kind: 'proxy'; readonly detail: string }
  | { readonly kind: 'other'; readonly code: string };

export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly fault: HttpFault;

  constructor(fault: HttpFault) {
    super(`No answer: ${fault.kind}`);
    this.fault = fault;
  }
}

/** Also of one that comes from another bundle of the build, where the class is not the same. */
export function isHttpError(error: unknown): error is HttpError {
  return error instanceof Error && error.name === 'HttpError' && 'fault' in error;
}

/** Asks servers. What it asks it has looked up itself: the address that is allowed is the one it connects to. */
export interface HttpClient {
  /** Rejects with an `HttpError` where there is no answer, and with the signal's reason when that is aborted. */
  request(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse>;
  /** Whether this machine is connected to anything but itself; absent where that cannot be told. */
  hasNetwork?(): boolean;
}
