/** How long work may go on before others get their turn, in milliseconds: a frame, which nobody misses. */
const longest = 12;

/** Long work on a thread that others need too, in slices between which they go on. */
export class TimeSlice {
  readonly #signal: AbortSignal | undefined;
  #start = performance.now();

  /** With a signal, whatever waits for others rejects once the work is not wanted any more. */
  constructor(signal?: AbortSignal) {
    this.#signal = signal;
  }

  get isOver(): boolean {
    return performance.now() - this.#start > longest;
  }

  /** Lets all others go first, whether it is time or not. */
  async next(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.#start = performance.now();
    this.#signal?.throwIfAborted();
  }

  /** Lets others go first when it is time. To be called between steps that are short. */
  readonly yield = async (): Promise<void> => {
    this.#signal?.throwIfAborted();
    if (this.isOver) await this.next();
  };

  /** The result of a generator that yields between its steps. */
  async finish<T>(steps: Iterator<void, T>): Promise<T> {
    let step = steps.next();
    while (!step.done) {
      await this.yield();
      step = steps.next();
    }
    return step.value;
  }
}
