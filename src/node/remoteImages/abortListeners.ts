/** Has a callback called, with the reason, when an operation is aborted. Returns what removes it again. */
export type OnAbort = (callback: (reason: unknown) => void) => () => void;

/**
 * Callbacks of abort signals. Hundreds of requests share one signal, which searches all of its listeners whenever one is
 * added: so each signal gets a single listener.
 */
export class AbortListeners {
  readonly #callbacks = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

  /** For an operation that any of the signals aborts. */
  onAny(...signals: readonly AbortSignal[]): OnAbort {
    const sets = signals.map((signal) => this.#of(signal));
    return (callback) => {
      for (const set of sets) set.add(callback);
      return () => {
        for (const set of sets) set.delete(callback);
      };
    };
  }

  #of(signal: AbortSignal): Set<(reason: unknown) => void> {
    let callbacks = this.#callbacks.get(signal);
    if (callbacks === undefined) {
      const own = new Set<(reason: unknown) => void>();
      signal.addEventListener('abort', () => [...own].forEach((callback) => void callback(signal.reason)), {
        once: true,
      });
      this.#callbacks.set(signal, own);
      callbacks = own;
    }
    return callbacks;
  }
}
