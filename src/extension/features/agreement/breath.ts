/** How long work may go on before others get their turn, in milliseconds. */
const atATime = 12;

/** Long work on the extension host, with pauses in which all else goes on, and an end when nobody wants it any more. */
export class Breath {
  readonly #signal: AbortSignal;
  #since = performance.now();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Rejects once the work is not wanted. */
  readonly take = async (): Promise<void> => {
    this.#signal.throwIfAborted();
    if (performance.now() - this.#since < atATime) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
    this.#signal.throwIfAborted();
  };

  async finish<T>(steps: Iterator<void, T>): Promise<T> {
    let step = steps.next();
    while (!step.done) {
      await this.take();
      step = steps.next();
    }
    return step.value;
  }
}
