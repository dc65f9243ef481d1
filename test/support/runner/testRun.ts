import { extensionHostLogs } from '../evidence/extensionHostLogs';
import type { Skipped } from './remainingTests';
import type { SuiteRecorder } from './suiteRecorder';
import { readReport, type Speaker, type TestReport } from './testReport';

/** What a VS Code server says when its native modules are not built and its marketplace is not to be had: neither matters. */
const noise = /spdlog|watchdog|bindings|out\/vs\/|node:internal|Require stack|open-vsx|Timed out waiting for auth|vsda/;

type Started = Extract<TestReport, { readonly kind: 'started' }>;

const keptLines = 25;

/** Follows tests that run in another process by what that prints, and knows which are left when it goes no further. */
export class TestRun {
  readonly #recorder: SuiteRecorder;
  readonly #showOutput: boolean;
  readonly #titles: string[];
  readonly #suites: string[];
  readonly #said = new Map<Speaker | 'tests', string[]>();
  readonly #logFolders: string[] = [];
  #running: Started | undefined;
  #hasEnded = false;
  #isFurther = false;
  #hasFailures = false;
  /** Called whenever a test or a hook has started or ended. */
  onMove: () => void = () => undefined;
  /** Called with the title of a test that has just failed. */
  onFail: (title: string) => void = () => undefined;

  /** With `showOutput` false, what comes between the reports is only shown where it explains a failure. */
  constructor(recorder: SuiteRecorder, skipped: Skipped, showOutput = true) {
    this.#recorder = recorder;
    this.#titles = [...skipped.titles];
    this.#suites = [...skipped.suites];
    this.#showOutput = showOutput || process.env.VERBOSE !== undefined;
  }

  get suite(): string {
    return this.#recorder.suite;
  }

  /** The full title of the test or the hook that runs now. */
  get running(): string | undefined {
    return this.#running?.title;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Whether it was cut short, but not before something was done: then the rest is worth another run. */
  get leavesMore(): boolean {
    return !this.#hasEnded && this.#isFurther;
  }

  /** What needs not be run again after this run. */
  get skipped(): Skipped {
    return { titles: this.#titles, suites: this.#suites };
  }

  /** Takes a line of output: a report, or else something to show. */
  readonly take = (line: string): void => {
    const report = readReport(line);
    if (report) this.report(report);
    else {
      if (this.#showOutput && !isNoise(line)) this.#recorder.note(line);
      this.#remember('tests', line);
    }
  };

  report(report: TestReport): void {
    switch (report.kind) {
      case 'started':
        this.#running = startedBy(report);
        break;
      case 'passed':
        this.#recorder.pass(report.title, report.milliseconds);
        this.#endOf(report.title);
        break;
      case 'failed':
        this.#failed(report.title, this.#explained(report.message));
        break;
      case 'skipped':
        this.#recorder.skip(report.title);
        this.#endOf(report.title);
        break;
      case 'hookEnded':
        if (this.#running?.hookOf !== undefined) this.#running = undefined;
        break;
      case 'ended':
        this.#hasEnded = true;
        break;
      case 'kept':
        this.#recorder.keep(report.title, report.files);
        return;
      case 'logsIn':
        this.#logFolders.push(report.folder);
        return;
      case 'said':
        for (const line of report.text.split('\n')) this.#remember(report.speaker, line);
        return;
    }
    this.onMove();
  }

  /** The run is over, for `reason`: a test that was running has failed. A run cut short must not pass for a complete one. */
  end(reason: string, exitCode = 0): void {
    if (!this.#hasEnded) this.#failed(this.#running?.title ?? 'runs to its end', `${reason}\n${this.lastWords()}`);
    else if (exitCode !== 0 && !this.#hasFailures) this.#failed('ends well', `No test failed, yet: ${reason}`);
  }

  /** What everybody who takes part said last. */
  lastWords(): string {
    for (const { text } of this.#logFolders.flatMap((folder) => extensionHostLogs(folder).slice(-1))) {
      for (const line of text.split('\n')) this.#remember('extension host', line);
    }
    return [...this.#said].map(([speaker, lines]) => `What the ${speaker} said last:\n${lines.join('\n')}`).join('\n');
  }

  #failed(title: string, message: string): void {
    this.#hasFailures = true;
    this.#recorder.fail(title, message);
    const hookOf = this.#running?.hookOf;
    // Mocha runs no more tests of a suite with a hook that failed, and nor does a run after this one.
    if (hookOf !== undefined) {
      this.#suites.push(hookOf);
      this.#isFurther = true;
    }
    if (this.#running && hookOf === undefined) this.#endOf(title);
    this.#running = undefined;
    this.onFail(title);
  }

  #endOf(title: string): void {
    this.#titles.push(title);
    this.#isFurther = true;
    this.#running = undefined;
  }

  #explained(message: string): string {
    return /Timeout of \d+ms exceeded/.test(message) ? `${message}\n${this.lastWords()}` : message;
  }

  #remember(speaker: Speaker | 'tests', line: string): void {
    if (isNoise(line)) return;
    const lines = this.#said.get(speaker) ?? [];
    this.#said.set(speaker, [...lines.slice(1 - keptLines), line]);
  }
}

function isNoise(line: string): boolean {
  return line.trim() === '' || noise.test(line);
}

/** Once a hook of the run itself has started, it is as good as done and its test is what may hang. */
function startedBy(report: Started): Started {
  const { hookOf, beforeTest } = report;
  return hookOf === '' && beforeTest !== undefined ? { kind: 'started', title: beforeTest } : report;
}
