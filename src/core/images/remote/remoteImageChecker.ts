import type { Clock } from '../../host/clock';
import type { HttpClient } from '../../host/http';
import { AddressPolicy } from './addressPolicy';
import { HostHealth } from './hostHealth';
import { type ProbeTools, probeImage } from './imageProbe';
import type { ImageVerdict } from './imageVerdict';
import { defaultManners, type Manners } from './manners';
import { NetworkSense } from './networkSense';
import { defaultPlaceholders, type PlaceholderSettings, Placeholders } from './placeholders';
import { PoliteQueue } from './politeQueue';
import type { RemoteImage } from './remoteImage';
import { RemoteRun } from './remoteRun';
import { Rests } from './rests';
import { defaultVerdictAges, isFresh, type VerdictAges } from './verdictAges';
import type { VerdictCache } from './verdictCache';

/** What a person can set of the checks. */
export interface RemoteSettings {
  readonly manners: Manners;
  readonly ages: VerdictAges;
  readonly placeholders: PlaceholderSettings;
  readonly allowPrivateHosts: readonly string[];
}

export const defaultRemoteSettings: RemoteSettings = {
  manners: defaultManners,
  ages: defaultVerdictAges,
  placeholders: defaultPlaceholders,
  allowPrivateHosts: [],
};

/** How far a run has come. */
export interface RemoteProgress {
  /** Different addresses in all, and of those how many have a verdict. */
  readonly total: number;
  readonly done: number;
  /** How many of the verdicts were known before. */
  readonly remembered: number;
  /** Of all verdicts so far, how many are of images that a reader does not see. */
  readonly broken: number;
}

export interface RemoteCheckOptions {
  /** Stops the run; what is known by then is kept. */
  readonly signal: AbortSignal;
  /** Ask again whatever is remembered. */
  readonly again?: boolean;
  /** As soon as a verdict is there, remembered ones included. */
  readonly onVerdict?: (url: string, verdict: ImageVerdict) => void;
  readonly onProgress?: (progress: RemoteProgress) => void;
}

/** `offline`: nothing could be reached, so nothing is said of what could not. */
export type RemoteEnd = 'done' | 'stopped' | 'offline';

export interface RemoteCheckResult extends RemoteProgress {
  readonly end: RemoteEnd;
  readonly verdicts: ReadonlyMap<string, ImageVerdict>;
}

/** Checks remote images, each address once however often it is named. One run at a time keeps the limits. */
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
  async check(images: Iterable<RemoteImage>, options: RemoteCheckOptions): Promise<RemoteCheckResult> {
    const verdicts = new Map<string, ImageVerdict>();
    const open = new Map<string, RemoteImage>();
    let broken = 0;
    let remembered = 0;
    const report = (): RemoteProgress => ({
      total: open.size + remembered,
      done: verdicts.size,
      remembered,
      broken,
    });
    const settle = (url: string, verdict: ImageVerdict): void => {
      verdicts.set(url, verdict);
      if (verdict.kind !== 'ok' && verdict.kind !== 'moved' && verdict.kind !== 'skipped') broken++;
      options.onVerdict?.(url, verdict);
    };

    const now = this.#clock.now();
    for (const image of images) {
      if (verdicts.has(image.url)) continue;
      const known = options.again === true ? undefined : this.#cache.get(image.url);
      if (known !== undefined && isFresh(known, this.#settings.ages, now)) {
        remembered++;
        settle(image.url, known);
      } else if (open.get(image.url)?.site === undefined) {
        open.set(image.url, image);
      }
    }
    options.onProgress?.(report());
    if (open.size === 0) return { ...report(), verdicts, end: 'done' };

    const end = await this.#ask([...open.values()], options.signal, (url, verdict) => {
      this.#cache.set(url, verdict);
      settle(url, verdict);
      options.onProgress?.(report());
    });
    return { ...report(), verdicts, end };
  }

  async #ask(
    images: readonly RemoteImage[],
    signal: AbortSignal,
    settle: (url: string, verdict: ImageVerdict) => void,
  ): Promise<RemoteEnd> {
    const { manners } = this.#settings;
    const run = new RemoteRun(images, manners);
    const stop = new AbortController();
    const stopped = (): void => stop.abort(signal.reason);
    if (signal.aborted) stopped();
    else signal.addEventListener('abort', stopped, { once: true });
    const sense = new NetworkSense(this.#http.hasNetwork?.() ?? true);
    const rests = new Rests(this.#clock, stop.signal);
    const tools = {
      queue: new PoliteQueue(this.#http, this.#clock, manners, stop.signal),
      clock: this.#clock,
      health: new HostHealth(),
      policy: new AddressPolicy(this.#settings.allowPrivateHosts),
      manners,
      placeholders: new Placeholders(this.#settings.placeholders),
    };
    try {
      await run.each(async (image, rest) => {
        const own: ProbeTools = {
          ...tools,
          rest: (milliseconds) => rest(() => rests.rest(milliseconds)),
        };
        const verdict = await probeImage(image, own);
        for (const one of sense.take(image.url, verdict)) settle(one.url, one.verdict);
        if (sense.isHopeless) stop.abort(new Error('There is no network.'));
      });
    } catch (error) {
      stop.abort(error);
      if (signal.aborted) return 'stopped';
      if (sense.isHopeless) return 'offline';
      throw error;
    } finally {
      signal.removeEventListener('abort', stopped);
    }
    if (sense.isOffline) return 'offline';
    for (const one of sense.release()) settle(one.url, one.verdict);
    return 'done';
  }
}
