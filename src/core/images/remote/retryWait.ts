import type { Outcome } from './outcome';
import type { RequestPolicy } from './requestPolicy';

/** What to do after an outcome: take it as it is, ask again after a while, or stop since the server asks for too long a wait. */
export type Next =
  | { readonly kind: 'take' }
  | { readonly kind: 'again'; readonly wait: number; readonly pausesHost: boolean }
  | { readonly kind: 'waitTooLong'; readonly seconds: number };

const passingStatus = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524]);
const take: Next = { kind: 'take' };

/** `attempt` counts from 0. */
export function nextAfter(outcome: Outcome, attempt: number, requestPolicy: RequestPolicy, now: number): Next {
  const { response, fault } = outcome;
  if (response === undefined) {
    const isPassing = fault.kind === 'timedOut' || fault.kind === 'dropped' || fault.kind === 'nameLookup';
    return isPassing && attempt < requestPolicy.retries
      ? again(requestPolicy.retryWait, attempt, requestPolicy, false)
      : take;
  }
  if (!passingStatus.has(response.status)) {
    const isCut = response.status < 300 && (response.end === 'dropped' || response.end === 'timedOut');
    return isCut && attempt < requestPolicy.retries
      ? again(requestPolicy.retryWait, attempt, requestPolicy, false)
      : take;
  }
  const asked = retryAfter(response.headers['retry-after'], now);
  if (asked !== undefined && asked > requestPolicy.longestRetryAfter) {
    return { kind: 'waitTooLong', seconds: Math.ceil(asked / 1000) };
  }
  if (attempt >= requestPolicy.retries) return take;
  if (asked !== undefined) return { kind: 'again', wait: asked, pausesHost: true };
  return response.status === 429
    ? again(requestPolicy.tooManyWait, attempt, requestPolicy, true)
    : again(requestPolicy.retryWait, attempt, requestPolicy, false);
}

/** Milliseconds to wait, from a number of seconds or a date. */
export function retryAfter(written: string | undefined, now: number): number | undefined {
  const text = written?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000;
  const time = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.max(0, time - now);
}

function again(first: number, attempt: number, { longestWait }: RequestPolicy, pausesHost: boolean): Next {
  return { kind: 'again', wait: Math.min(longestWait, first * 2 ** attempt), pausesHost };
}
