import type { Clock } from '../../host/clock';

/** Waits of one run, which all end when it is stopped. They share one listener: a signal with hundreds is slow. */
export class AbortableWaits {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #stops = new Set<() => void>();

  constructor(clock: Clock, signal: AbortSignal) {
    this.#clock = clock;
    this.#signal = signal;
    signal.addEventListener('abort', () => this.#stop(), { once: true });
  }

  /** Resolves after a while; rejects at once when the run is stopped. */
  wait(milliseconds: number): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#signal.aborted) {
        reject(this.#signal.reason);
        return;
      }
      const stop = (): void => {
        timer.dispose();
        reject(this.#signal.reason);
      };
      const timer = this.#clock.after(milliseconds, () => {
        this.#stops.delete(stop);
        resolve();
      });
      this.#stops.add(stop);
    });
  }

  #stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops.clear();
  }
}
