/** Turns what arrives by calls into something to iterate over. What arrives before it is asked for waits. */
export class PartQueue<T> {
  readonly #parts: T[] = [];
  #wake: () => void = () => undefined;
  #end: { readonly error?: unknown } | undefined;

  push(part: T): void {
    this.#parts.push(part);
    this.#wake();
  }

  /** Ends the iteration when everything that has arrived is taken. */
  endWith(work: Promise<void>): void {
    work.then(
      () => this.#finish({}),
      (error: unknown) => this.#finish({ error }),
    );
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T, void> {
    for await (const [part] of this.batches(1)) {
      if (part !== undefined) yield part;
    }
  }

  /** What has arrived by the time that it is asked for, at most so many parts at once. */
  async *batches(most: number): AsyncGenerator<readonly T[], void> {
    for (;;) {
      const parts = this.#parts.splice(0, most);
      if (parts.length > 0) yield parts;
      else if (this.#end === undefined)
        await new Promise<void>((wake) => {
          this.#wake = wake;
        });
      else if ('error' in this.#end) throw this.#end.error;
      else return;
    }
  }

  #finish(end: { readonly error?: unknown }): void {
    this.#end = end;
    this.#wake();
  }
}
