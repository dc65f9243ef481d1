/** What a look at a remote image has come to. */
export const verdictKinds = [
  'ok',
  'gone',
  'notAnImage',
  'truncated',
  'serverError',
  'refused',
  'unreachable',
  'moved',
  'redirectLoop',
  'placeholder',
  'skipped',
] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/** Why, for each kind. `status` means that the answer's status says it all. */
export type VerdictCause =
  | 'fine'
  | 'status'
  // notAnImage
  | 'html'
  | 'json'
  | 'text'
  | 'unknownBytes'
  | 'wrongType'
  // truncated
  | 'empty'
  | 'dropped'
  | 'shorterThanItsHeader'
  // serverError
  | 'badRedirect'
  // refused
  | 'waitTooLong'
  // unreachable
  | 'nameNotFound'
  | 'nameLookup'
  | 'connectionRefused'
  | 'noRoute'
  | 'tls'
  | 'connectTimedOut'
  | 'headersTimedOut'
  | 'bodyTimedOut'
  | 'noAnswer'
  | 'headersTooLarge'
  | 'notHttp'
  | 'proxy'
  // redirectLoop
  | 'loop'
  | 'tooManyRedirects'
  // placeholder
  | 'onePixel'
  | 'knownPicture'
  | 'knownAddress'
  // skipped
  | 'reservedName'
  | 'privateAddress'
  | 'noAddress';

/** The verdict on one address of an image. Plain: it is sent to threads and kept in files. */
export interface ImageVerdict {
  readonly kind: VerdictKind;
  readonly cause: VerdictCause;
  /** What the cause is about: the code of a TLS error, a host, a number of seconds. */
  readonly detail?: string;
  /** When it was found, in milliseconds since 1970. */
  readonly checked: number;
  readonly status?: number;
  /** What the server calls it, such as `image/png`. */
  readonly type?: string;
  /** What its first bytes show it to be, such as `png`. */
  readonly format?: string;
  /** In bytes, where it is known. */
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  /** Where redirects for good lead. */
  readonly movedTo?: string;
  /** The address that answered, where redirects led elsewhere. */
  readonly answeredBy?: string;
  /** The server shows it only to readers of the article's own site. */
  readonly needsReferrer?: true;
}

/** A verdict with the URL that it is on. */
export interface UrlVerdict {
  readonly url: string;
  readonly verdict: ImageVerdict;
}

/** The data of a problem of a remote image, all that a light bulb or a hover needs; undefined for any other problem's. */
export function verdictInProblem(data: unknown): UrlVerdict | undefined {
  return typeof data === 'object' && data !== null && 'verdict' in data ? (data as UrlVerdict) : undefined;
}

/** Whether a reader sees the image. What was not checked is neither shown nor broken. */
export function isShown({ kind }: Pick<ImageVerdict, 'kind'>): boolean {
  return kind === 'ok' || kind === 'moved';
}

/** Whether a reader does not see the image, as far as a server can tell. */
export function isBroken(verdict: Pick<ImageVerdict, 'kind'>): boolean {
  return !isShown(verdict) && verdict.kind !== 'skipped';
}

/** Whether the verdict is worth a problem: an image that has moved is still shown, and may not be for long. */
export function isProblem(verdict: Pick<ImageVerdict, 'kind'>): boolean {
  return isBroken(verdict) || verdict.kind === 'moved';
}

/** Whether a request by a user may bring the image. Some servers refuse a check and serve whoever comes later. */
export function mayBeFetched(verdict: Pick<ImageVerdict, 'kind'> | undefined): boolean {
  return verdict === undefined || isShown(verdict) || verdict.kind === 'refused';
}
