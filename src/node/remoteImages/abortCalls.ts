/**
 * What is to be called when a signal is aborted. Hundreds of requests share one signal, which looks through all of its
 * listeners whenever one is added: so it has a single one.
 */
export class AbortCalls {
  readonly #calls = new WeakMap<AbortSignal, Set<() => void>>();

  of(signal: AbortSignal): Set<() => void> {
    let calls = this.#calls.get(signal);
    if (calls === undefined) {
      const own = new Set<() => void>();
      signal.addEventListener('abort', () => own.forEach((call) => void call()), { once: true });
      this.#calls.set(signal, own);
      calls = own;
    }
    return calls;
  }
}
