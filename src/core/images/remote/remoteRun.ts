import { ByServer } from './byServer';
import type { RemoteImage } from './remoteImage';
import type { RequestPolicy } from './requestPolicy';

/** While so many images of one host wait to be asked for again, no further ones of it are begun. */
const mostRestingOfHost = 100;

interface HostLine {
  readonly images: RemoteImage[];
  next: number;
  active: number;
  resting: number;
}

/** What is done with an image. While it waits, it holds nothing that others could use. */
export type RemoteWork<T> = (image: RemoteImage, wait: (during: () => Promise<void>) => Promise<void>) => Promise<T>;

/**
 * Goes through many images, also such as are added while it does, with only as many under way as can be asked at once. Hosts
 * take turns, so that a slow one holds nobody up; an image that waits before it is asked for again makes room for others.
 */
export class RemoteRun {
  readonly #all = new ByServer<HostLine>(hostOf, () => ({ images: [], next: 0, active: 0, resting: 0 }));
  /** Those with images that are not done. */
  readonly #lines: HostLine[] = [];
  readonly #mostActive: number;
  readonly #perHost: number;
  readonly #work: RemoteWork<void>;
  readonly #over: Promise<void>;
  #finish: () => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  #active = 0;
  #turn = 0;
  #isFailed = false;
  #isEnded = false;

  constructor({ inAll, perHost }: RequestPolicy, work: RemoteWork<void>) {
    this.#mostActive = inAll;
    this.#perHost = perHost;
    this.#work = work;
    this.#over = new Promise((resolve, reject) => {
      this.#finish = resolve;
      this.#fail = (error) => {
        this.#isFailed = true;
        reject(error);
      };
    });
    // Who adds images may hear of it later.
    this.#over.catch(() => undefined);
  }

  add(images: Iterable<RemoteImage>): void {
    for (const image of images) {
      const line = this.#all.of(image.url);
      if (isDone(line)) this.#lines.push(line);
      line.images.push(image);
    }
    this.#begin();
  }

  /** From now on only the work itself adds images. */
  end(): void {
    this.#isEnded = true;
    this.#begin();
  }

  /** Resolves at the end, when the work on all images is done; rejects with the first failure, and then begins no more. */
  get over(): Promise<void> {
    return this.#over;
  }

  #begin(): void {
    for (let line = this.#nextLine(); line !== undefined && !this.#isFailed; line = this.#nextLine()) {
      const image = line.images[line.next++];
      if (image !== undefined) void this.#workOn(image, line);
    }
    if (this.#isEnded && this.#lines.length === 0) this.#finish();
  }

  async #workOn(image: RemoteImage, line: HostLine): Promise<void> {
    this.#count(line, 1);
    try {
      await this.#work(image, async (during) => {
        this.#count(line, -1);
        line.resting++;
        this.#begin();
        try {
          await during();
        } finally {
          line.resting--;
          this.#count(line, 1);
        }
      });
    } catch (error) {
      this.#fail(error);
    }
    this.#count(line, -1);
    if (isDone(line)) this.#lines.splice(this.#lines.indexOf(line), 1);
    this.#begin();
  }

  #count(line: HostLine, by: 1 | -1): void {
    line.active += by;
    this.#active += by;
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

function isDone({ images, next, active, resting }: HostLine): boolean {
  return next >= images.length && active === 0 && resting === 0;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : '';
}
