import { type Profiler, Session } from 'node:inspector';
import { builtInWork, countBuiltInWork } from './builtInWork';

/**
 * Counts the steps of whatever runs on this thread: how often each block of the code is entered, as V8 counts them for
 * coverage, and what the built-in functions go over. The same work is always the same number, on whatever machine.
 * V8 counts the blocks only of functions that have not run before.
 */
export class StepCounter {
  readonly #session = new Session();
  #built = 0;

  constructor() {
    countBuiltInWork();
    this.#session.connect();
    this.#session.post('Profiler.enable');
    this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  /** The steps since this was last asked. */
  take(): number {
    let steps = builtInWork() - this.#built;
    this.#built = builtInWork();
    for (const { url, functions } of this.#coverage()) {
      if (url.startsWith('node:')) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  /** What has run since this was last asked. */
  #coverage(): readonly Profiler.ScriptCoverage[] {
    let coverage: readonly Profiler.ScriptCoverage[] | undefined;
    // It answers at once: the session is that of this very thread.
    this.#session.post('Profiler.takePreciseCoverage', (error, answer) => {
      if (error) throw error;
      coverage = answer.result;
    });
    if (coverage === undefined) throw new Error('V8 has not counted.');
    return coverage;
  }
}
