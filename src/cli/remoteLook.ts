import { resolve } from 'node:path';
import type { ListedImages } from '../core/host/remoteImageLister';
import { defaultManners } from '../core/images/remote/manners';
import { remoteKnowledge } from '../core/images/remote/remoteAddresses';
import type { RemoteImage } from '../core/images/remote/remoteImage';
import {
  defaultRemoteSettings,
  type ImageBatches,
  type RemoteCheckResult,
  RemoteImageChecker,
  type RemoteSettings,
} from '../core/images/remote/remoteImageChecker';
import { VerdictCache } from '../core/images/remote/verdictCache';
import type { DetailedFile } from '../core/problems/detailedFile';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import { KeptTextFile } from '../node/keptTextFile';
import { NodeHttpClient } from '../node/remoteImages/nodeHttpClient';
import { systemClock } from '../node/systemClock';
import { CannotRun, type CliHost } from './cliHost';
import { ProgressLine } from './progressLine';
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
      throw new CannotRun(`--cache: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** What each article is to know of its images, for those where there is anything to tell. */
  async lookAt(
    batches: AsyncIterable<readonly Pick<DetailedFile, 'path' | 'remoteImages'>[]>,
  ): Promise<ReadonlyMap<string, ArticleKnowledge>> {
    const listed: ListedImages[] = [];
    async function* images(): AsyncGenerator<readonly RemoteImage[], void> {
      for await (const batch of batches) {
        const own = batch.flatMap(({ path, remoteImages = [] }) =>
          remoteImages.length > 0 ? [{ path, remoteImages }] : [],
        );
        listed.push(...own);
        yield own.flatMap(({ remoteImages }) => remoteImages);
      }
    }
    const http = new NodeHttpClient({
      allowPrivateHosts: this.#request.allowHosts,
      timeout: this.#request.timeout,
      perHost: this.#request.perHost,
      proxy: { ...(this.#host.network?.environment && { environment: this.#host.network.environment }) },
      ...(this.#host.network?.resolve && { resolve: this.#host.network.resolve }),
    });
    try {
      const { verdicts } = await this.#check(
        new RemoteImageChecker(http, systemClock, this.#cache, this.#settings()),
        images(),
      );
      this.#host.signal.throwIfAborted();
      const known = new Map<string, ArticleKnowledge>();
      for (const { path, remoteImages } of listed) {
        const knowledge = remoteKnowledge(remoteImages, (url) => verdicts.get(url));
        if (knowledge.remoteImages !== undefined) known.set(path, knowledge);
      }
      return known;
    } finally {
      http.dispose();
      await this.#cache.save(Date.now());
    }
  }

  #settings(): RemoteSettings {
    const { allowHosts, inAll, perHost } = this.#request;
    const manners = { ...defaultManners, inAll, perHost, ...this.#host.network?.manners };
    return { ...defaultRemoteSettings, manners, allowPrivateHosts: allowHosts };
  }

  async #check(checker: RemoteImageChecker, images: ImageBatches): Promise<RemoteCheckResult> {
    const line = new ProgressLine(this.#host.error);
    const start = performance.now();
    const result = await checker.check(images, {
      signal: this.#host.signal,
      onProgress: ({ done, total, remembered, broken }) =>
        line.show(() => {
          const rate = Math.round(((done - remembered) * 1000) / Math.max(1, performance.now() - start));
          return `Remote images: ${done} of ${total}, ${rate} a second, ${broken} not shown`;
        }),
    });
    line.clear();
    if (result.end === 'offline') {
      this.#host.error.write('No server could be reached: is there a network? Remote images were not checked.\n');
    }
    return result;
  }
}
