import * as vscode from 'vscode';
import type { Disposable } from '../../../core/host/disposable';
import type { HttpClient } from '../../../core/host/http';
import type { FetchTools } from '../../../core/images/remote/fetchWhole';
import type { RemoteEnd } from '../../../core/images/remote/remoteImageChecker';
import type { RemoteProgress } from '../../../core/images/remote/remoteLedger';
import type { VerdictCache } from '../../../core/images/remote/verdictCache';
import type { HttpSettings } from '../../platform';
import type { KnownVerdicts } from '../problems/knownVerdicts';
import type { Problems } from '../problems/problems';
import { hostClock } from './hostClock';
import { ImageRun, type ImagesWanted } from './imageRun';
import { type ArticlesOfArchive, listImages } from './listImages';
import { httpSettings, remoteImageSettings } from './remoteImageSettings';

/** Why nothing is asked here. */
export type RemoteObstacle = 'untrusted' | 'browser';

export interface ImageCheckOptions {
  readonly wanted: ImagesWanted;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RemoteProgress) => void;
}

export interface ImageCheckEnd extends RemoteProgress {
  readonly end: RemoteEnd;
}

type OpenHttp = (settings: HttpSettings) => Promise<HttpClient & Disposable>;

/** A run that takes long is kept now and then, so that a crash loses little of it. */
const saveEvery = 30_000;
const tellEvery = 1500;
const nothing: RemoteProgress = { total: 0, done: 0, remembered: 0, broken: 0 };

/** Checks the remote images of articles, one run after the other, and lets the articles know. */
export class RemoteImages implements vscode.Disposable {
  readonly verdicts: KnownVerdicts;
  readonly #problems: Problems;
  readonly #openHttp: OpenHttp | undefined;
  readonly #log: vscode.LogOutputChannel;
  readonly #alive = new AbortController();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    verdicts: KnownVerdicts,
    problems: Problems,
    openHttp: OpenHttp | undefined,
    log: vscode.LogOutputChannel,
  ) {
    this.verdicts = verdicts;
    this.#problems = problems;
    this.#openHttp = openHttp;
    this.#log = log;
  }

  /** Undefined where images may be asked for. */
  get obstacle(): RemoteObstacle | undefined {
    if (!vscode.workspace.isTrusted) return 'untrusted';
    return this.#openHttp === undefined ? 'browser' : undefined;
  }

  /** Checks the images of articles when the runs before are over. What is known when it is stopped is kept. */
  check(articles: readonly ArticlesOfArchive[], options: ImageCheckOptions): Promise<ImageCheckEnd> {
    const signal = AbortSignal.any([options.signal, this.#alive.signal]);
    const run = this.#last.then(() => this.#check(articles, { ...options, signal }));
    this.#last = run.catch(() => undefined);
    return run;
  }

  /** Fetches what a person has asked for. Rejects where nothing may be asked. */
  async fetching<T>(signal: AbortSignal, work: (tools: FetchTools) => Promise<T>): Promise<T> {
    const { AddressPolicy } = await import('../../../core/images/remote/addressPolicy');
    const settings = remoteImageSettings();
    const http = await this.#open(httpSettings(settings));
    try {
      const { allowPrivateHosts, requestPolicy } = settings;
      const policy = new AddressPolicy(allowPrivateHosts);
      return await work({ http, policy, userAgent: requestPolicy.userAgent, signal });
    } finally {
      http.dispose();
    }
  }

  dispose(): void {
    this.#alive.abort();
  }

  async #open(settings: HttpSettings): Promise<HttpClient & Disposable> {
    if (this.#openHttp === undefined || this.obstacle !== undefined)
      throw new Error('Remote images are not asked for.');
    return this.#openHttp(settings);
  }

  async #check(
    articles: readonly ArticlesOfArchive[],
    { wanted, signal, onProgress }: ImageCheckOptions,
  ): Promise<ImageCheckEnd> {
    if (signal.aborted) return { ...nothing, end: 'stopped' };
    const { RemoteImageChecker } = await import('../../../core/images/remote/remoteImageChecker');
    const cache = await this.verdicts.read();
    const settings = remoteImageSettings();
    const run = new ImageRun(wanted, cache, settings.ages, Date.now());
    if (!(await this.#list(articles, run, signal))) return { ...nothing, end: 'stopped' };
    const { images } = run;
    if (images.length === 0) return { ...nothing, end: 'done' };

    const http = await this.#open(httpSettings(settings));
    const checker = new RemoteImageChecker(http, hostClock, cache, settings);
    const again = wanted !== 'due';
    const telling = setInterval(() => this.#tell(run), tellEvery);
    const saving = setInterval(() => void this.#save(cache), saveEvery);
    try {
      const { verdicts: _, ...end } = await checker.check([images], {
        signal,
        again,
        onVerdict: (url, verdict, siblingOf) => run.take(url, verdict, siblingOf),
        ...(onProgress && { onProgress }),
      });
      return end;
    } finally {
      clearInterval(telling);
      clearInterval(saving);
      http.dispose();
      await this.#save(cache);
      this.#tell(run);
    }
  }

  /** Says whether it came to the end. */
  async #list(articles: readonly ArticlesOfArchive[], run: ImageRun, signal: AbortSignal): Promise<boolean> {
    try {
      for (const some of articles) {
        for await (const batch of listImages(some, this.#problems, signal)) {
          for (const listed of batch) run.add(some.archive, listed);
        }
      }
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  }

  #tell(run: ImageRun): void {
    for (const [archive, paths] of run.takeChanged()) this.#problems.checksOf(archive)?.check(paths);
  }

  async #save(cache: VerdictCache): Promise<void> {
    try {
      await cache.save(Date.now());
    } catch (error) {
      this.#log.error(`What is known of remote images could not be kept: ${error}`);
    }
  }
}
