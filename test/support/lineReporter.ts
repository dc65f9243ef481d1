import type Mocha from 'mocha';
import { reportLine, type TestReport } from './runner/testReport';

/** A mocha reporter that prints one line a test, the same in every process a suite runs in. */
class LineReporter {
  constructor(runner: Mocha.Runner) {
    const print = (report: TestReport) => console.log(reportLine(report));
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

// Mocha loads a reporter by file and takes what it exports as the class itself.
export = LineReporter;
