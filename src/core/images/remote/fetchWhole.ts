import type { HttpClient, HttpResponse } from '../../host/http';
import type { AddressPolicy } from './addressPolicy';
import { redirectOf } from './outcome';

/** What a file that a person asked for is fetched with. */
export interface FetchTools {
  readonly http: HttpClient;
  readonly policy: AddressPolicy;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const mostRedirects = 10;

/** Why a file could not be fetched, as a line for a person. */
export class CannotFetch extends Error {
  override readonly name = 'CannotFetch';
}

/**
 * Fetches a whole file from where redirects lead to, every address on the way checked. Rejects with a `CannotFetch` where
 * it does not come whole, or is larger than `mostBytes`.
 */
export async function fetchWhole(
  url: string,
  headers: Readonly<Record<string, string>>,
  mostBytes: number,
  { http, policy, userAgent, signal }: FetchTools,
): Promise<HttpResponse> {
  let at = url;
  for (let step = 0; step <= mostRedirects; step++) {
    const refusal = policy.refusal(at);
    if (refusal !== undefined) throw new CannotFetch(`${refusal.host} is not to be asked`);
    const own = { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers };
    const response = await http.request({ url: at, method: 'GET', headers: own, mostBytes }, signal);
    const target = redirectOf({ response });
    if (target === undefined) return whole(response, mostBytes);
    if (target === '' || !URL.canParse(target, at)) throw new CannotFetch('it redirects to nowhere');
    at = new URL(target, at).href;
  }
  throw new CannotFetch('it redirects too often');
}

function whole(response: HttpResponse, mostBytes: number): HttpResponse {
  const { status, end } = response;
  if (status < 200 || status > 299) throw new CannotFetch(`the server answers ${status}`);
  if (end === 'enough') throw new CannotFetch(`it is larger than ${mostBytes} bytes`);
  if (end !== 'whole') throw new CannotFetch('the connection broke off');
  return response;
}
