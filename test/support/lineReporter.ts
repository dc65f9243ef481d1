import type Mocha from 'mocha';
import { hangMilliseconds } from './runner/patience';
import { reportLine, type TestReport } from './runner/testReport';

/**
 * A mocha reporter that prints a line for each thing that starts or ends, the same in every process a suite runs in. It
 * also gives each test all the time it may need: how long one takes is not what tests are about.
 */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    const print = (report: TestReport) => console.log(reportLine(report));
    runner.on('test', (test) => {
      test.timeout(hangMilliseconds);
      print({ kind: 'started', title: test.fullTitle() });
    });
    runner.on('hook', (hook) => {
      hook.timeout(hangMilliseconds);
      const test = /^"before each"/.test(hook.title) ? hook.ctx?.currentTest : undefined;
      print({
        kind: 'started',
        title: hook.fullTitle(),
        hookOf: hook.parent?.fullTitle() ?? '',
        ...(test && { beforeTest: test.fullTitle() }),
      });
    });
    runner.on('hook end', () => print({ kind: 'hookEnded' }));
    runner.on('pass', (test) =>
      print({ kind: 'passed', title: test.fullTitle(), milliseconds: Math.round(test.duration ?? 0) }),
    );
    runner.on('pending', (test) => print({ kind: 'skipped', title: test.fullTitle() }));
    runner.on('fail', (test, error: unknown) =>
      print({ kind: 'failed', title: test.fullTitle(), message: messageOf(error) }),
    );
    runner.on('end', () => print({ kind: 'ended' }));
  }
}

function messageOf(error: unknown): string {
  // From another process it comes as a plain object.
  if (typeof error !== 'object' || error === null) return String(error);
  const { stack, message, actual, expected } = error as Partial<Error> & { actual?: unknown; expected?: unknown };
  const values =
    actual === undefined && expected === undefined
      ? ''
      : `\nexpected ${JSON.stringify(expected, null, 1)}\nactual   ${JSON.stringify(actual, null, 1)}`;
  return `${stack ?? message ?? String(error)}${values}`;
}

export default LineReporter;
