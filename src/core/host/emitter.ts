import type { Disposable } from './disposable';

export type Listen<T> = (listener: (event: T) => void) => Disposable;

/** A list of listeners that are called in the order they came. */
export class Emitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly listen: Listen<T> = (listener) => {
    const own = (event: T): void => listener(event);
    this.#listeners.add(own);
    return { dispose: () => this.#listeners.delete(own) };
  };

  fire(event: T): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
