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
    for (;;) {
      const part = this.#parts.shift();
      if (part !== undefined) yield part;
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
