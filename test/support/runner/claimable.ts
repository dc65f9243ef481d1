import { SuiteRecorder } from './suiteRecorder';
import type { Suite } from './suites';

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
