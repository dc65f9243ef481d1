/**
 * What is to be called, with the reason, when a signal is aborted. Hundreds of requests share one signal, which looks through all of its
 * listeners whenever one is added: so it has a single one.
 */
export class AbortCalls {
  readonly #calls = new WeakMap<AbortSignal, Set<(reason: unknown) => void>>();

  of(signal: AbortSignal): Set<(reason: unknown) => void> {
    let calls = this.#calls.get(signal);
    if (calls === undefined) {
      const own = new Set<(reason: unknown) => void>();
      signal.addEventListener('abort', () => own.forEach((call) => void call(signal.reason)), { once: true });
      this.#calls.set(signal, own);
      calls = own;
    }
    return calls;
  }
}
