import type { Disposable } from './disposable';

/** Time, so that tests can hold it in their hands. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once after at least that many milliseconds, unless disposed before. */
  after(milliseconds: number, call: () => void): Disposable;
}
