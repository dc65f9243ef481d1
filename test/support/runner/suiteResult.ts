import { readReport } from './testReport';

/** How a suite went. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** The full titles of tests that were skipped; a title says why. */
  readonly skipped: readonly string[];
  readonly seconds: number;
}

export interface Failure {
  readonly title: string;
  readonly message: string;
}

/** What a VS Code server says when its native modules are not built and its marketplace is not to be had: neither matters. */
const noise = /spdlog|watchdog|bindings|out\/vs\/|node:internal|Require stack|open-vsx/;

/** Follows a running suite: prints its progress and keeps the count. */
export class SuiteRecorder {
  readonly #suite: string;
  readonly #start = Date.now();
  readonly #failures: Failure[] = [];
  readonly #skipped: string[] = [];
  #passed = 0;
  #ended = false;

  readonly #showOutput: boolean;
  readonly #hidden: string[] = [];

  /** With `showOutput` false, what comes between the reports is only shown when the run ends early. */
  constructor(suite: string, showOutput = true) {
    this.#suite = suite;
    this.#showOutput = showOutput || process.env.VERBOSE !== undefined;
    console.log(`\n== ${suite}`);
  }

  pass(title: string, milliseconds: number): void {
    this.#passed++;
    console.log(`  ok   ${title} (${milliseconds} ms)`);
  }

  fail(title: string, message: string): void {
    this.#failures.push({ title, message });
    console.log(`  FAIL ${title}\n${message.replace(/^/gm, '       ')}`);
  }

  /** Takes a line of output: a report of a test, or else something to show. */
  readonly take = (line: string): void => {
    const report = readReport(line);
    if (!report) {
      this.#other(line);
      return;
    }
    if (report.kind === 'passed') this.pass(report.title, report.milliseconds);
    if (report.kind === 'failed') this.fail(report.title, report.message);
    if (report.kind === 'ended') this.#ended = true;
    if (report.kind === 'skipped') {
      this.#skipped.push(report.title);
      console.log(`  skip ${report.title}`);
    }
  };

  /** The result of tests that reported themselves by lines. A run cut short must not pass for a complete one. */
  endOfTests(exitCode: number | null): SuiteResult {
    if (!this.#ended) {
      this.showHidden();
      this.fail('runs to its end', `The run ended early, with exit code ${exitCode}. What it printed is above.`);
    } else if (this.#passed + this.#failures.length === 0) {
      this.fail('has tests', `The suite ${this.#suite} ran no test.`);
    } else if (exitCode !== 0 && this.#failures.length === 0) {
      this.fail('ends well', `No test failed, yet the run ended with exit code ${exitCode}.`);
    }
    return this.end();
  }

  showHidden(): void {
    for (const line of this.#hidden) console.log(`  | ${line}`);
  }

  #other(line: string): void {
    if (line.trim() === '' || noise.test(line)) return;
    if (this.#showOutput) console.log(`  | ${line}`);
    else this.#hidden.push(line);
    if (this.#hidden.length > 100) this.#hidden.shift();
  }

  end(): SuiteResult {
    return {
      suite: this.#suite,
      passed: this.#passed,
      failures: this.#failures,
      skipped: this.#skipped,
      seconds: (Date.now() - this.#start) / 1000,
    };
  }
}
