import { relative } from 'node:path';
import { projectRoot } from '../projectRoot';

/** How a suite went. */
export interface SuiteResult {
  readonly suite: string;
  readonly passed: number;
  readonly failures: readonly Failure[];
  /** The full titles of tests that were skipped; a title says why. */
  readonly skipped: readonly string[];
  readonly times: readonly TestTime[];
  readonly seconds: number;
}

export interface Failure {
  readonly title: string;
  readonly message: string;
  /** What there was to see and to read when it failed. */
  readonly files: readonly string[];
}

export interface TestTime {
  readonly title: string;
  readonly milliseconds: number;
}

/** Keeps the count of a suite and prints its progress; several processes may run tests of it at the same time. */
export class SuiteRecorder {
  readonly suite: string;
  readonly #start = Date.now();
  #end = Date.now();
  readonly #failures: (Failure & { files: string[] })[] = [];
  readonly #skipped: string[] = [];
  readonly #times: TestTime[] = [];

  readonly #print: (line: string) => void;

  constructor(suite: string, print: (line: string) => void = console.log) {
    this.suite = suite;
    this.#print = print;
    print(`\n== ${suite}`);
  }

  pass(title: string, milliseconds: number): void {
    this.#times.push({ title, milliseconds });
    this.#print(`  ok   ${this.suite}: ${title} (${milliseconds} ms)`);
  }

  fail(title: string, message: string): void {
    this.#failures.push({ title, message, files: [] });
    this.#print(`  FAIL ${this.suite}: ${title}\n${message.replace(/^/gm, '       ')}`);
  }

  skip(title: string): void {
    this.#skipped.push(title);
    this.#print(`  skip ${this.suite}: ${title}`);
  }

  /** Files that explain the last failure of the title. */
  keep(title: string, files: readonly string[]): void {
    this.#failures.findLast((failure) => failure.title === title)?.files.push(...files);
    for (const file of files) this.#print(`       kept ${relative(projectRoot, file)}`);
  }

  note(line: string): void {
    this.#print(`  | ${this.suite}: ${line}`);
  }

  /** Called whenever work at it has ended, the last time when all has. */
  stopClock(): void {
    this.#end = Date.now();
  }

  result(): SuiteResult {
    return {
      suite: this.suite,
      passed: this.#times.length,
      failures: this.#failures,
      skipped: this.#skipped,
      times: this.#times,
      seconds: (this.#end - this.#start) / 1000,
    };
  }
}
