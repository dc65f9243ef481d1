import { resolve } from 'node:path';
import type { RemoteImage } from '../core/images/remote/remoteImage';
import {
  defaultRemoteSettings,
  type ImageBatches,
  type RemoteCheckOptions,
  RemoteImageChecker,
  type RemoteSettings,
} from '../core/images/remote/remoteImageChecker';
import { defaultRequestPolicy } from '../core/images/remote/requestPolicy';
import { VerdictCache } from '../core/images/remote/verdictCache';
import type { ListedImages } from '../core/problems/remoteImageLister';
import { errorText } from '../core/text/errorText';
import { KeptTextFile } from '../node/keptTextFile';
import { PartQueue } from '../node/partQueue';
import { NodeHttpClient } from '../node/remoteImages/nodeHttpClient';
import { systemClock } from '../node/systemClock';
import { CannotRun, type CliHost, type CliOutput } from './cliHost';
import { LookedArticles, type LookedAt } from './lookedArticles';
import type { RemoteRequest } from './remoteRequest';

/** Looks at remote images for one run of a command, which asks for each address once. */
export class RemoteLook {
  readonly #request: RemoteRequest;
  readonly #host: CliHost;
  readonly #cache: VerdictCache;

  private constructor(request: RemoteRequest, host: CliHost, cache: VerdictCache) {
    this.#request = request;
    this.#host = host;
    this.#cache = cache;
  }

  static async open(request: RemoteRequest, host: CliHost): Promise<RemoteLook> {
    const kept = request.cache === undefined ? undefined : new KeptTextFile(resolve(request.cache));
    try {
      return new RemoteLook(request, host, await VerdictCache.open(kept));
    } catch (error) {
      throw new CannotRun(`--cache: ${errorText(error)}`);
    }
  }

  /** Gives back each article when all of its images have been looked at, while others are still read. */
  lookAt(articles: AsyncIterable<readonly ListedImages[]>, signal: AbortSignal): PartQueue<LookedAt> {
    const ready = new PartQueue<LookedAt>();
    ready.endWith(this.#look(articles, new LookedArticles((article) => ready.push(article)), signal));
    return ready;
  }

  async #look(
    articles: AsyncIterable<readonly ListedImages[]>,
    looked: LookedArticles,
    signal: AbortSignal,
  ): Promise<void> {
    async function* images(): AsyncGenerator<readonly RemoteImage[], void> {
      for await (const batch of articles) {
        for (const article of batch) looked.add(article);
        yield batch.flatMap(({ remoteImages }) => remoteImages);
      }
    }
    const { environment, resolve: resolveName } = this.#host.network ?? {};
    const http = new NodeHttpClient({
      allowPrivateHosts: this.#request.allowHosts,
      timeout: this.#request.timeout,
      perHost: this.#request.perHost,
      proxy: { ...(environment && { environment }) },
      ...(resolveName && { resolve: resolveName }),
    });
    try {
      await this.#check(new RemoteImageChecker(http, systemClock, this.#cache, this.#settings()), images(), {
        signal,
        onVerdict: (url, verdict) => looked.take(url, verdict),
        onSettled: (url) => looked.settle(url),
      });
      signal.throwIfAborted();
      looked.end();
    } finally {
      http.dispose();
      await this.#cache.save(Date.now());
    }
  }

  #settings(): RemoteSettings {
    const { allowHosts, inAll, perHost } = this.#request;
    const requestPolicy = { ...defaultRequestPolicy, inAll, perHost, ...this.#host.network?.requestPolicy };
    return { ...defaultRemoteSettings, requestPolicy, allowPrivateHosts: allowHosts };
  }

  async #check(checker: RemoteImageChecker, images: ImageBatches, options: RemoteCheckOptions): Promise<void> {
    const line = new ProgressLine(this.#host.error);
    const start = performance.now();
    const { end } = await checker.check(images, {
      ...options,
      onProgress: ({ done, total, remembered, broken }) =>
        line.show(() => {
          const rate = Math.round(((done - remembered) * 1000) / Math.max(1, performance.now() - start));
          return `Remote images: ${done} of ${total}, ${rate} a second, ${broken} not shown`;
        }),
    });
    line.clear();
    if (end === 'offline') {
      this.#host.error.write('No server could be reached: is there a network? Remote images were not checked.\n');
    }
  }
}

/** Between two looks at the line; nobody reads faster. */
const milliseconds = 100;

/** A line on a terminal that is written over again and again; elsewhere nothing. */
class ProgressLine {
  readonly #out: CliOutput;
  #shown = Number.NEGATIVE_INFINITY;
  #length = 0;

  constructor(out: CliOutput) {
    this.#out = out;
  }

  show(line: () => string): void {
    const now = performance.now();
    if (this.#out.isTTY !== true || now - this.#shown < milliseconds) return;
    this.#shown = now;
    const text = line().slice(0, Math.max(1, (this.#out.columns ?? 80) - 1));
    this.#out.write(`\r${text.padEnd(this.#length)}`);
    this.#length = text.length;
  }

  clear(): void {
    if (this.#length > 0) this.#out.write(`\r${' '.repeat(this.#length)}\r`);
    this.#length = 0;
  }
}
