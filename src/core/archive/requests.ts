/**
 * Numbers the requests for paths, so that the result of an older request never replaces that of a newer one.
 * It remembers paths only while any request is under way.
 */
export class Requests {
  readonly #newest = new Map<string, number>();
  #last = 0;
  #underWay = 0;

  /** Whether no other request is under way whose results could clash. */
  get isAlone(): boolean {
    return this.#underWay <= 1;
  }

  /** Runs work under a new number that `claim` and `isCurrent` take. */
  async run<T>(work: (request: number) => Promise<T>): Promise<T> {
    this.#underWay++;
    try {
      return await work(++this.#last);
    } finally {
      if (--this.#underWay === 0) this.#newest.clear();
    }
  }

  /** From now on results of older requests for these paths, and for all below them, are stale. */
  claim(paths: Iterable<string>, request: number): void {
    for (const path of paths) {
      if ((this.#newest.get(path) ?? 0) < request) this.#newest.set(path, request);
    }
  }

  isCurrent(path: string, request: number): boolean {
    if (this.#newest.size === 0) return true;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (this.#isTaken(path.slice(0, slash), request)) return false;
    }
    return !this.#isTaken(path, request);
  }

  #isTaken(path: string, request: number): boolean {
    return (this.#newest.get(path) ?? 0) > request;
  }
}
