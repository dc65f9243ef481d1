import type { Clock } from '../../host/clock';
import type { HttpClient } from '../../host/http';
import { AbortableWaits } from './abortableWaits';
import { AddressPolicy } from './addressPolicy';
import { ByServer } from './byServer';
import { probeImage } from './imageProbe';
import { ImageRequests } from './imageRequests';
import type { ImageVerdict, UrlVerdict } from './imageVerdict';
import { OfflineDetector } from './offlineDetector';
import { defaultPlaceholders, type PlaceholderSettings, Placeholders } from './placeholders';
import { PoliteQueue } from './politeQueue';
import type { RemoteImage } from './remoteImage';
import { RemoteLedger, type RemoteProgress } from './remoteLedger';
import { RemoteRun, type RemoteWork } from './remoteRun';
import { defaultRequestPolicy, type RequestPolicy } from './requestPolicy';
import { ServerHealth } from './serverHealth';
import { defaultVerdictAges, isFresh, type VerdictAges } from './verdictAges';
import type { VerdictCache } from './verdictCache';

/** What a person can set of the checks. */
export interface RemoteSettings {
  readonly requestPolicy: RequestPolicy;
  readonly ages: VerdictAges;
  readonly placeholders: PlaceholderSettings;
  readonly allowPrivateHosts: readonly string[];
}

export const defaultRemoteSettings: RemoteSettings = {
  requestPolicy: defaultRequestPolicy,
  ages: defaultVerdictAges,
  placeholders: defaultPlaceholders,
  allowPrivateHosts: [],
};

export interface RemoteCheckOptions {
  /** Stops the run; what is known by then is kept. */
  readonly signal: AbortSignal;
  /** Ask again whatever is remembered. */
  readonly again?: boolean;
  /** As soon as a verdict is there, remembered ones included. `siblingOf` names the images for whose sake alone it was asked. */
  readonly onVerdict?: (url: string, verdict: ImageVerdict, siblingOf: readonly string[]) => void;
  /** There is a verdict on an image, and where it needs others on all of its siblings. Not called for what is never known. */
  readonly onSettled?: (url: string) => void;
  readonly onProgress?: (progress: RemoteProgress) => void;
}

/** `offline`: nothing could be reached, so nothing is said of what could not. */
export type RemoteEnd = 'done' | 'stopped' | 'offline';

export interface RemoteCheckResult extends RemoteProgress {
  readonly end: RemoteEnd;
  /** Those of siblings too. */
  readonly verdicts: ReadonlyMap<string, ImageVerdict>;
}

/** Images as they are found: the first ones are asked for while others are still looked for. */
export type ImageBatches = Iterable<Iterable<RemoteImage>> | AsyncIterable<Iterable<RemoteImage>>;

/**
 * Checks remote images, each address once however often it is named; where one does not work, the other addresses too under
 * which the same image may be had. One run at a time keeps the limits.
 */
export class RemoteImageChecker {
  readonly #http: HttpClient;
  readonly #clock: Clock;
  readonly #cache: VerdictCache;
  readonly #settings: RemoteSettings;

  constructor(http: HttpClient, clock: Clock, cache: VerdictCache, settings: RemoteSettings) {
    this.#http = http;
    this.#clock = clock;
    this.#cache = cache;
    this.#settings = settings;
  }

  /** The caller saves the cache. Never rejects because of a server; what is aborted ends as `stopped`. */
  async check(batches: ImageBatches, options: RemoteCheckOptions): Promise<RemoteCheckResult> {
    const { signal, onProgress } = options;
    const ledger = this.#ledger(options);
    const end = (how: RemoteEnd): RemoteCheckResult => ({ ...ledger.progress, verdicts: ledger.verdicts, end: how });
    const settle = ({ url, verdict }: UrlVerdict): readonly RemoteImage[] => {
      this.#cache.set(url, verdict);
      const siblings = ledger.settle(url, verdict);
      onProgress?.(ledger.progress);
      return siblings;
    };
    const stop = new AbortController();
    const stopped = (): void => stop.abort(signal.reason);
    if (signal.aborted) stopped();
    else signal.addEventListener('abort', stopped, { once: true });
    const sense = new OfflineDetector(this.#http.hasNetwork?.() ?? true);
    const probe = this.#probe(stop.signal);
    const begin = (): RemoteRun => {
      const run: RemoteRun = new RemoteRun(this.#settings.requestPolicy, async (image, wait) => {
        const verdict = await probe(image, wait);
        for (const one of sense.take(image.url, verdict)) run.add(settle(one));
        if (sense.isHopeless) stop.abort(new Error('There is no network.'));
      });
      return run;
    };
    const list = async (run: RemoteRun): Promise<void> => {
      for await (const batch of batches) {
        stop.signal.throwIfAborted();
        run.add(ledger.list(batch));
        onProgress?.(ledger.progress);
      }
      run.end();
    };
    try {
      const run = begin();
      await Promise.all([list(run), run.over]);
      if (sense.isOffline) return end('offline');
      const last = begin();
      for (const one of sense.release()) last.add(settle(one));
      last.end();
      await last.over;
      for (const one of sense.release()) settle(one);
      return end('done');
    } catch (error) {
      stop.abort(error);
      if (signal.aborted) return end('stopped');
      if (sense.isHopeless) return end('offline');
      throw error;
    } finally {
      signal.removeEventListener('abort', stopped);
    }
  }

  #ledger({ again, onVerdict, onSettled }: RemoteCheckOptions): RemoteLedger {
    const now = this.#clock.now();
    return new RemoteLedger({
      remembered: (url) => {
        const known = again === true ? undefined : this.#cache.get(url);
        return known !== undefined && isFresh(known, this.#settings.ages, now) ? known : undefined;
      },
      onVerdict: onVerdict ?? (() => undefined),
      onSettled: onSettled ?? (() => undefined),
    });
  }

  /** Finds the verdict on one image after the other, by what is learnt of their servers on the way. */
  #probe(signal: AbortSignal): RemoteWork<ImageVerdict> {
    const { requestPolicy, allowPrivateHosts } = this.#settings;
    const placeholders = new Placeholders(this.#settings.placeholders);
    const waits = new AbortableWaits(this.#clock, signal);
    const tools = {
      queue: new PoliteQueue(this.#http, this.#clock, requestPolicy, signal),
      clock: this.#clock,
      health: new ByServer(originOf, () => new ServerHealth()),
      policy: new AddressPolicy(allowPrivateHosts),
      requestPolicy,
      placeholders,
      requests: new ImageRequests(requestPolicy, placeholders),
    };
    return (image, wait) =>
      probeImage(image, { ...tools, wait: (milliseconds) => wait(() => waits.wait(milliseconds)) });
  }
}

function originOf(url: string): string {
  return new URL(url).origin;
}
