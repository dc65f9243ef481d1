/** More than the slowest machine takes for one test or hook, so that only one that hangs is ended by it. */
export const hangMilliseconds = 240_000;

/** A process of which nothing is heard for as long is stuck as a whole: otherwise mocha would have ended its test before. */
export const stuckMilliseconds = 300_000;

export function stuckReason(what: string): string {
  return `The ${what} was stuck: no test started or ended for ${stuckMilliseconds / 60_000} minutes.`;
}

/** Calls `onStill` when for `milliseconds` nothing moves. */
export class Watchdog {
  readonly #milliseconds: number;
  readonly #onStill: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(milliseconds: number, onStill: () => void) {
    this.#milliseconds = milliseconds;
    this.#onStill = onStill;
    this.moved();
  }

  readonly moved = (): void => {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onStill, this.#milliseconds);
  };

  stop(): void {
    clearTimeout(this.#timer);
  }
}
