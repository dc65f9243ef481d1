import { ByServer } from './byServer';
import type { Manners } from './manners';
import type { RemoteImage } from './remoteImage';

/** While so many images of one host wait to be asked for again, no further ones of it are begun. */
const mostRestingOfHost = 100;

interface HostLine {
  readonly images: readonly RemoteImage[];
  next: number;
  active: number;
  resting: number;
}

type Work = (image: RemoteImage, rest: (during: () => Promise<void>) => Promise<void>) => Promise<void>;

/**
 * Goes through many images with only as many under way as can be asked at once. Hosts take turns, so that a slow one holds
 * nobody up; an image that waits before it is asked for again makes room for others.
 */
export class RemoteRun {
  readonly #lines: HostLine[];
  readonly #mostActive: number;
  readonly #perHost: number;
  #active = 0;
  #turn = 0;

  constructor(images: readonly RemoteImage[], { inAll, perHost }: Manners) {
    const lines = new ByServer<RemoteImage[]>(hostOf, () => []);
    for (const image of images) lines.of(image.url).push(image);
    this.#lines = [...lines.values()].map((own) => ({ images: own, next: 0, active: 0, resting: 0 }));
    this.#mostActive = inAll;
    this.#perHost = perHost;
  }

  /** Resolves when the work on all images is done; rejects with the first failure, and then begins no more. */
  each(work: Work): Promise<void> {
    return new Promise((resolve, reject) => {
      let isFailed = false;
      const fail = (error: unknown): void => {
        isFailed = true;
        reject(error);
      };
      const begin = (): void => {
        for (let line = this.#nextLine(); line !== undefined && !isFailed; line = this.#nextLine()) {
          const image = line.images[line.next++];
          if (image !== undefined) void this.#workOn(image, line, work, begin).then(begin, fail);
        }
        if (this.#lines.length === 0) resolve();
      };
      begin();
    });
  }

  async #workOn(image: RemoteImage, line: HostLine, work: Work, begin: () => void): Promise<void> {
    this.#count(line, 1);
    try {
      await work(image, async (during) => {
        this.#count(line, -1);
        line.resting++;
        begin();
        try {
          await during();
        } finally {
          line.resting--;
          this.#count(line, 1);
        }
      });
    } finally {
      this.#count(line, -1);
      this.#forget(line);
    }
  }

  #count(line: HostLine, by: 1 | -1): void {
    line.active += by;
    this.#active += by;
  }

  #forget(line: HostLine): void {
    if (line.next < line.images.length || line.active > 0 || line.resting > 0) return;
    const at = this.#lines.indexOf(line);
    if (at !== -1) this.#lines.splice(at, 1);
  }

  /** The next host that has an image to begin and room for it. */
  #nextLine(): HostLine | undefined {
    if (this.#active >= this.#mostActive) return undefined;
    for (let step = 0; step < this.#lines.length; step++) {
      this.#turn = (this.#turn + 1) % this.#lines.length;
      const line = this.#lines[this.#turn];
      if (line === undefined || line.next >= line.images.length) continue;
      if (line.active < this.#perHost && line.resting < mostRestingOfHost) return line;
    }
    return undefined;
  }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
