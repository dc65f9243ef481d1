import { type ImageVerdict, isBroken, isShown } from './imageVerdict';
import type { RemoteImage } from './remoteImage';
import { siblingAddresses } from './remoteKnowledge';

/** How far a run has come. What is only asked for the sake of another image does not count. */
export interface RemoteProgress {
  /** Different addresses so far, and of those how many have a verdict. */
  readonly total: number;
  readonly done: number;
  /** How many of the verdicts were known before. */
  readonly remembered: number;
  /** Of all verdicts so far, how many are of images that a reader does not see. */
  readonly broken: number;
}

export interface LedgerSetting {
  /** What need not be asked. */
  readonly remembered: (url: string) => ImageVerdict | undefined;
  readonly onVerdict: (url: string, verdict: ImageVerdict, siblingOf: readonly string[]) => void;
  /** There is a verdict on a listed image, and where it needs others on all of its siblings. */
  readonly onSettled: (url: string) => void;
}

/** The addresses of one run: which are to be asked, each once, and the verdicts on those that were. */
export class RemoteLedger {
  readonly #setting: LedgerSetting;
  readonly #verdicts = new Map<string, ImageVerdict>();
  readonly #listed = new Set<string>();
  readonly #open = new Map<string, { readonly url: string; site?: string }>();
  /** The images for whose sake an address is asked. */
  readonly #siblingOf = new Map<string, string[]>();
  /** How many siblings of an image have no verdict yet. */
  readonly #missing = new Map<string, number>();
  #done = 0;
  #remembered = 0;
  #broken = 0;

  constructor(setting: LedgerSetting) {
    this.#setting = setting;
  }

  get verdicts(): ReadonlyMap<string, ImageVerdict> {
    return this.#verdicts;
  }

  get progress(): RemoteProgress {
    return { total: this.#listed.size, done: this.#done, remembered: this.#remembered, broken: this.#broken };
  }

  /** Takes images that somebody wants to know of. Gives back what is to be asked now. */
  list(images: Iterable<RemoteImage>): readonly RemoteImage[] {
    const asked: RemoteImage[] = [];
    for (const image of images) {
      const { url, site } = image;
      const open = this.#open.get(url);
      if (open !== undefined && site !== undefined) open.site ??= site;
      if (this.#listed.has(url)) continue;
      this.#listed.add(url);
      const known = this.#verdicts.get(url);
      if (known !== undefined) {
        this.#count(known);
        asked.push(...this.#siblings(image, known));
      } else if (open === undefined) {
        asked.push(...this.#ask(image));
      }
    }
    return asked;
  }

  /** Takes what came of an address. Gives back what is to be asked for its sake. */
  settle(url: string, verdict: ImageVerdict): readonly RemoteImage[] {
    return this.#settle(this.#open.get(url) ?? { url }, verdict);
  }

  #settle(image: RemoteImage, verdict: ImageVerdict): readonly RemoteImage[] {
    const { url } = image;
    this.#open.delete(url);
    this.#verdicts.set(url, verdict);
    const isListed = this.#listed.has(url);
    if (isListed) this.#count(verdict);
    const siblingOf = this.#siblingOf.get(url) ?? [];
    this.#siblingOf.delete(url);
    this.#setting.onVerdict(url, verdict, siblingOf);
    for (const each of siblingOf) this.#wait(each, (this.#missing.get(each) ?? 0) - 1);
    return isListed ? this.#siblings(image, verdict) : [];
  }

  #ask(image: RemoteImage): readonly RemoteImage[] {
    const remembered = this.#setting.remembered(image.url);
    if (remembered === undefined) {
      const open = { ...image };
      this.#open.set(image.url, open);
      return [open];
    }
    if (this.#listed.has(image.url)) this.#remembered++;
    return this.#settle(image, remembered);
  }

  #siblings(image: RemoteImage, verdict: ImageVerdict): readonly RemoteImage[] {
    const all = isShown(verdict) ? [] : [...new Set(siblingAddresses(image.url))];
    const addresses = all.filter((url) => !this.#verdicts.has(url));
    for (const url of addresses) {
      const others = this.#siblingOf.get(url);
      if (others === undefined) this.#siblingOf.set(url, [image.url]);
      else others.push(image.url);
    }
    this.#wait(image.url, addresses.length);
    return addresses.filter((url) => !this.#open.has(url)).flatMap((url) => this.#ask({ ...image, url }));
  }

  #wait(url: string, missing: number): void {
    if (missing > 0) {
      this.#missing.set(url, missing);
    } else {
      this.#missing.delete(url);
      this.#setting.onSettled(url);
    }
  }

  #count(verdict: ImageVerdict): void {
    this.#done++;
    if (isBroken(verdict)) this.#broken++;
  }
}
