import { SuiteRecorder, type SuiteResult } from './suiteRecorder';

/** A suite of a run. Lanes take work of it until none is left; several may do so at the same time. */
export interface Suite {
  readonly name: string;
  /** Work for one lane; undefined when all of it is taken. */
  claim(): (() => Promise<void>) | undefined;
  result(): SuiteResult;
}

/** A suite that at most `lanes` lanes work at at the same time, each with `work`, as long as `isLeft`. */
export function claimable(
  name: string,
  lanes: number,
  work: (recorder: SuiteRecorder) => Promise<void>,
  isLeft: () => boolean = () => true,
): Suite {
  let recorder: SuiteRecorder | undefined;
  let claimed = 0;
  return {
    name,
    claim() {
      if (claimed >= lanes || !isLeft()) return undefined;
      claimed++;
      recorder ??= new SuiteRecorder(name);
      const taken = recorder;
      return () =>
        work(taken)
          .catch((error: unknown) =>
            taken.fail('runs', error instanceof Error ? (error.stack ?? error.message) : String(error)),
          )
          .finally(() => taken.stopClock());
    },
    result: () => (recorder ?? new SuiteRecorder(name)).result(),
  };
}
