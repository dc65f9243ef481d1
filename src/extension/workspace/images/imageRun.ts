import { type ImageVerdict, isBroken, isProblem } from '../../../core/images/remote/imageVerdict';
import type { RemoteImage } from '../../../core/images/remote/remoteImage';
import { isFresh, type VerdictAges } from '../../../core/images/remote/verdictAges';
import type { VerdictCache } from '../../../core/images/remote/verdictCache';
import type { ListedImages } from '../../../core/problems/remoteImageLister';
import type { Archive } from '../archives/archive';

/**
 * `due`: what is not known, or known for too long. `broken`: what was found not to be shown, whenever that was. `ofSize`:
 * what was found to be a file of so many bytes.
 */
export type ImagesWanted = 'due' | 'broken' | { readonly ofSize: number };

interface Owner {
  readonly archive: Archive;
  readonly path: string;
}

/** The addresses of one run, each once, and which articles have to hear of their verdicts. */
export class ImageRun {
  readonly #wanted: ImagesWanted;
  readonly #cache: VerdictCache;
  readonly #ages: VerdictAges;
  readonly #now: number;
  readonly #images = new Map<string, RemoteImage>();
  readonly #owners = new Map<string, Owner[]>();
  /** Addresses that something was known to be wrong with before. */
  readonly #wereBroken = new Set<string>();
  #changed = new Set<Owner>();

  constructor(wanted: ImagesWanted, cache: VerdictCache, ages: VerdictAges, now: number) {
    this.#wanted = wanted;
    this.#cache = cache;
    this.#ages = ages;
    this.#now = now;
  }

  get images(): readonly RemoteImage[] {
    return [...this.#images.values()];
  }

  add(archive: Archive, { path, remoteImages }: ListedImages): void {
    const owner: Owner = { archive, path };
    for (const image of remoteImages) {
      const { url } = image;
      const known = this.#cache.get(url);
      if (!this.#isWanted(known)) continue;
      if (this.#images.get(url)?.site === undefined) this.#images.set(url, image);
      // Nothing will be asked, so nobody has to hear of it.
      if (this.#wanted === 'due' && known?.kind === 'ok' && isFresh(known, this.#ages, this.#now)) continue;
      if (known !== undefined && isProblem(known)) this.#wereBroken.add(url);
      const owners = this.#owners.get(url);
      if (owners === undefined) this.#owners.set(url, [owner]);
      else owners.push(owner);
    }
  }

  #isWanted(known: ImageVerdict | undefined): boolean {
    if (this.#wanted === 'due') return true;
    if (this.#wanted === 'broken') return known !== undefined && isBroken(known);
    return known?.size === this.#wanted.ofSize;
  }

  /** Takes a verdict; those that were remembered say nothing new. One on a sibling is something to offer for its images. */
  take(url: string, verdict: ImageVerdict, siblingOf: readonly string[]): void {
    if (verdict.checked < this.#now) return;
    const isNews = isProblem(verdict) || this.#wereBroken.has(url);
    for (const each of isNews ? [url, ...siblingOf] : siblingOf) {
      for (const owner of this.#owners.get(each) ?? []) this.#changed.add(owner);
    }
  }

  /** The articles that have something new to hear since this was last asked. */
  takeChanged(): ReadonlyMap<Archive, ReadonlySet<string>> {
    const byArchive = new Map<Archive, Set<string>>();
    for (const { archive, path } of this.#changed) {
      const paths = byArchive.get(archive) ?? new Set();
      byArchive.set(archive, paths.add(path));
    }
    this.#changed = new Set();
    return byArchive;
  }
}
