import { type HttpClient, type HttpRequest, type HttpResponse, isHttpError } from '../../host/http';
import { say } from '../../text/message';
import type { AddressPolicy } from './addressPolicy';
import { CannotFetch } from './cannotFetch';
import { judgeFault } from './judgeOutcome';
import { redirectOf } from './outcome';
import { verdictMessage } from './verdictMessage';

/** What a file that a person asked for is fetched with. */
export interface FetchTools {
  readonly http: HttpClient;
  readonly policy: AddressPolicy;
  readonly userAgent: string;
  readonly signal: AbortSignal;
}

const mostRedirects = 10;

/**
 * Fetches a whole file from where redirects lead to, every address on the way checked. Rejects with a `CannotFetch` where
 * it does not come whole, or is larger than `mostBytes`.
 */
export async function fetchWhole(
  url: string,
  headers: Readonly<Record<string, string>>,
  mostBytes: number,
  tools: FetchTools,
): Promise<HttpResponse> {
  const { policy, userAgent } = tools;
  let at = url;
  for (let step = 0; step <= mostRedirects; step++) {
    const refusal = policy.refusal(at);
    if (refusal !== undefined) {
      const { kind, host } = refusal;
      throw new CannotFetch(verdictMessage({ kind: 'skipped', cause: kind, detail: host, checked: 0 }));
    }
    const own = { 'user-agent': userAgent, 'accept-encoding': 'identity', ...headers };
    const response = await ask({ url: at, method: 'GET', headers: own, mostBytes }, tools);
    const target = redirectOf({ response });
    if (target === undefined) return whole(response, mostBytes);
    if (target === '' || !URL.canParse(target, at)) throw new CannotFetch(say('The server redirects to nowhere.'));
    at = new URL(target, at).href;
  }
  throw new CannotFetch(say('The server redirects more than {0} times.', mostRedirects));
}

async function ask(request: HttpRequest, { http, signal }: FetchTools): Promise<HttpResponse> {
  try {
    return await http.request(request, signal);
  } catch (error) {
    if (!isHttpError(error)) throw error;
    const finding = judgeFault(error.fault, new URL(request.url).hostname);
    throw new CannotFetch(verdictMessage({ ...finding, checked: 0 }));
  }
}

function whole(response: HttpResponse, mostBytes: number): HttpResponse {
  const { status, end } = response;
  if (status < 200 || status > 299) throw new CannotFetch(say('The server answers {0}.', status));
  if (end === 'enough') throw new CannotFetch(say('What comes is larger than {0} KB.', Math.round(mostBytes / 1024)));
  if (end !== 'whole') throw new CannotFetch(say('The connection broke off before all had come.'));
  return response;
}
