/** How politely servers are asked. Times are in milliseconds. */
export interface RequestPolicy {
  /** Requests at once, to all hosts together. */
  readonly inAll: number;
  readonly perHost: number;
  /** Between the starts of two requests to one host. */
  readonly spacing: number;
  /** How often a request is repeated that failed in a way that may pass. */
  readonly retries: number;
  /** Before the first repetition; it doubles each time. */
  readonly retryWait: number;
  /** The same after an answer of "too many requests". */
  readonly tooManyWait: number;
  readonly longestWait: number;
  /** A server that asks for more patience than this is left alone. */
  readonly longestRetryAfter: number;
  readonly redirects: number;
  /** How much of an image is read: its kind and its size stand in its first bytes. */
  readonly firstBytes: number;
  readonly userAgent: string;
}

export const defaultRequestPolicy: RequestPolicy = {
  inAll: 64,
  perHost: 10,
  spacing: 50,
  retries: 3,
  retryWait: 1000,
  tooManyWait: 500,
  longestWait: 30_000,
  longestRetryAfter: 60_000,
  redirects: 10,
  firstBytes: 16 * 1024,
  userAgent: 'Marginalia (image check; VS Code extension news-marginalia)',
};
