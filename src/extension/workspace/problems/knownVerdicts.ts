import type { KeptText } from '../../../core/host/keptText';
import type { Log } from '../../../core/host/log';
import type { ImageVerdict } from '../../../core/images/remote/imageVerdict';
import type { RemoteImage } from '../../../core/images/remote/remoteImage';
import { remoteKnowledge } from '../../../core/images/remote/remoteKnowledge';
import { VerdictCache } from '../../../core/images/remote/verdictCache';
import type { ArticleKnowledge } from '../../../core/problems/knowledge';

/** What a person's checks of remote images have come to, in all archives; read when somebody first asks. */
export class KnownVerdicts {
  readonly #file: KeptText;
  readonly #log: Log;
  #reading: Promise<VerdictCache> | undefined;
  #cache: VerdictCache | undefined;

  constructor(file: KeptText, log: Log) {
    this.#file = file;
    this.#log = log;
  }

  /** What cannot be read counts as nothing known, and is not written over. */
  read(): Promise<VerdictCache> {
    this.#reading ??= VerdictCache.open(this.#file)
      .catch((error: unknown) => {
        this.#log.error(`What is known of remote images could not be read: ${error}`);
        return VerdictCache.open();
      })
      .then((cache) => {
        this.#cache = cache;
        return cache;
      });
    return this.#reading;
  }

  /** Whether nothing was ever checked. To be asked when all is read. */
  get isEmpty(): boolean {
    return (this.#cache?.size ?? 0) === 0;
  }

  of(url: string): ImageVerdict | undefined {
    return this.#cache?.get(url);
  }

  /** What an article is to know of its images; nothing where nothing is amiss. */
  knowledgeOf(images: readonly RemoteImage[]): Pick<ArticleKnowledge, 'remoteImages'> {
    return this.isEmpty || images.length === 0 ? {} : remoteKnowledge(images, (url) => this.of(url));
  }
}
