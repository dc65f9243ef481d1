import type { Clock } from '../../host/clock';
import type { HttpFault, HttpResponse } from '../../host/http';
import type { AddressPolicy } from './addressPolicy';
import type { ByServer } from './byServer';
import type { ImageRequests } from './imageRequests';
import type { ImageVerdict } from './imageVerdict';
import { type Finding, isWholeFile, judgeImage } from './judgeImage';
import { judgeFault, judgeStatus } from './judgeOutcome';
import { type Outcome, outcomeOf, redirectOf } from './outcome';
import type { Placeholders } from './placeholders';
import type { PoliteQueue } from './politeQueue';
import type { RemoteImage } from './remoteImage';
import type { RequestPolicy } from './requestPolicy';
import { nextAfter } from './retryWait';
import type { ServerHealth } from './serverHealth';

/** What a probe works with; the same for all images of a run. */
export interface ProbeTools {
  readonly queue: PoliteQueue;
  readonly clock: Clock;
  readonly health: ByServer<ServerHealth>;
  readonly policy: AddressPolicy;
  readonly requestPolicy: RequestPolicy;
  readonly placeholders: Placeholders;
  readonly requests: ImageRequests;
  /** Waits before a repetition, with nothing held that others could use. */
  wait(milliseconds: number): Promise<void>;
}

/** The answer at the end of one address, or that the server wants to be left alone for so many seconds. */
type Answer = Outcome | { readonly waitSeconds: number };

/** Where redirects have led to. */
interface Way {
  readonly url: string;
  readonly movedTo?: string;
}

/** Finds the verdict on one image: asks its address, goes where redirects lead, and judges what comes. */
export async function probeImage(image: RemoteImage, tools: ProbeTools): Promise<ImageVerdict> {
  const visited = new Set<string>();
  let way: Way = { url: image.url };
  let isForGood = true;
  for (;;) {
    const refusal = tools.policy.refusal(way.url);
    if (refusal !== undefined) return done({ kind: 'skipped', cause: refusal.kind, detail: refusal.host }, way);
    if (visited.has(way.url)) return done({ kind: 'redirectLoop', cause: 'loop', detail: way.url }, way);
    if (visited.size > tools.requestPolicy.redirects) {
      return done(
        { kind: 'redirectLoop', cause: 'tooManyRedirects', detail: String(tools.requestPolicy.redirects) },
        way,
      );
    }
    visited.add(way.url);
    const answer = await ask(way.url, tools);
    const target = 'waitSeconds' in answer ? undefined : redirectOf(answer);
    if (target === undefined || 'waitSeconds' in answer) return done(await judge(answer, way, image, tools), way);
    const next = resolved(target, way.url);
    if (next === undefined)
      return done({ kind: 'serverError', cause: 'badRedirect', detail: target.slice(0, 200) }, way);
    const status = answer.response?.status;
    isForGood &&= status === 301 || status === 308;
    way = { ...way, url: next, ...(isForGood ? { movedTo: next } : {}) };
  }

  function done(finding: Finding, { url, movedTo }: Way): ImageVerdict {
    const isMoved = finding.kind === 'ok' && movedTo !== undefined && movedTo !== image.url;
    return {
      ...finding,
      ...(isMoved ? { kind: 'moved', movedTo } : {}),
      ...(url === image.url ? {} : { answeredBy: url }),
      checked: tools.clock.now(),
    };
  }
}

async function judge(answer: Answer, way: Way, image: RemoteImage, tools: ProbeTools): Promise<Finding> {
  if ('waitSeconds' in answer) {
    return { kind: 'refused', cause: 'waitTooLong', status: 429, detail: String(answer.waitSeconds) };
  }
  if (answer.response === undefined) return judgeFault(answer.fault, new URL(way.url).hostname);
  const { status } = answer.response;
  if (status === 403 && image.site !== undefined) {
    const again = await ask(way.url, tools, image.site);
    const isShown = !('waitSeconds' in again) && again.response !== undefined && isSuccess(again.response);
    if (isShown) return { ...(await judgeBody(again.response, way, image, tools)), needsReferrer: true };
  }
  return isSuccess(answer.response) ? judgeBody(answer.response, way, image, tools) : judgeStatus(status);
}

async function judgeBody(response: HttpResponse, way: Way, image: RemoteImage, tools: ProbeTools): Promise<Finding> {
  const most = tools.requests.mostBytes;
  const finding = judgeImage(response, most);
  if (finding.kind !== 'ok') return finding;
  const { placeholders } = tools;
  if (way.url !== image.url && placeholders.isKnownAddress(way.url)) {
    return { ...finding, kind: 'placeholder', cause: 'knownAddress' };
  }
  const isKnown = isWholeFile(response, most) && (await placeholders.isKnownPicture(response.body));
  return isKnown ? { ...finding, kind: 'placeholder', cause: 'knownPicture' } : finding;
}

/**
 * Asks one address until there is an answer that will do. First for the head alone, unless the server has shown that it
 * sends just the beginning of an image; a head that says anything but "moved" is not trusted without a look.
 */
async function ask(url: string, tools: ProbeTools, referer?: string): Promise<Answer> {
  const { queue, requestPolicy, clock } = tools;
  const server = tools.health.of(url);
  const first = server.afterFirst;
  if (first !== undefined) await first;
  let isHead = referer === undefined && !server.honoursRanges;
  let isRanged = true;
  for (let attempt = 0; ; ) {
    if (server.down !== undefined) return { fault: server.down };
    const wanted = isHead ? 'head' : isRanged ? 'part' : 'whole';
    const outcome = await outcomeOf(queue.request(tools.requests.of(url, wanted, referer)));
    server.count(outcome);
    const { response, fault } = outcome;
    if (redirectOf(outcome) !== undefined) {
      server.learn(outcome);
      server.tell();
      return outcome;
    }
    const next = nextAfter(outcome, server.isFailing ? requestPolicy.retries : attempt, requestPolicy, clock.now());
    if (next.kind === 'take' && isHead && (fault === undefined || isOfAnswer(fault))) {
      // Nobody else needs to ask for a head before it is known whether the server sends parts.
      isHead = false;
      continue;
    }
    server.tell();
    if (next.kind === 'waitTooLong') return { waitSeconds: next.seconds };
    if (next.kind === 'again') {
      attempt++;
      isHead = false;
      if (next.pausesHost) queue.pause(url, next.wait);
      await tools.wait(next.wait);
    } else if (response?.status === 416 && isRanged) {
      isRanged = false;
    } else {
      server.learn(outcome);
      return outcome;
    }
  }
}

/** What a server may do wrong for a head alone. */
function isOfAnswer({ kind }: HttpFault): boolean {
  return kind === 'headersTooLarge' || kind === 'notHttp' || kind === 'other' || kind === 'dropped';
}

function isSuccess({ status }: HttpResponse): boolean {
  return status >= 200 && status < 300 && status !== 204 && status !== 205;
}

/** Where a redirect leads: its fragment concerns nobody here. */
function resolved(target: string, base: string): string | undefined {
  if (target.trim() === '' || !URL.canParse(target, base)) return undefined;
  const url = new URL(target, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}
