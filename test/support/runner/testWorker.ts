import { join } from 'node:path';
import { projectRoot } from '../projectRoot';
import { type RunningProcess, startProcess } from '../runProcess';
import { stuckMilliseconds, stuckReason, Watchdog } from './patience';
import type { Skipped } from './remainingTests';
import type { TestRun } from './testRun';

/** A file for a worker to run, as built. */
export interface WorkerOrder {
  readonly suite: string;
  readonly file: string;
  /** Only tests whose full title matches this regular expression. */
  readonly grep?: string;
  /** Of a bundle of many test files, only those of these sources. */
  readonly sources?: readonly string[];
  readonly skipped: Skipped;
}

/** Calls back when nothing has moved for so long that nothing will. */
type Watch = (onStill: () => void) => Pick<Watchdog, 'moved' | 'stop'>;

const endingMilliseconds = 60_000;

/** A process that runs test files one after the other, with what they share. */
export class TestWorker {
  readonly #process: RunningProcess;
  readonly #watch: Watch;
  #take: (line: string) => void = () => undefined;

  constructor(watch: Watch = (onStill) => new Watchdog(stuckMilliseconds, onStill)) {
    this.#watch = watch;
    this.#process = startProcess(process.execPath, [join(projectRoot, 'dist', 'test', 'mochaWorker.js')], {
      cwd: projectRoot,
      input: true,
      onLine: (line) => this.#take(line),
    });
  }

  /** Runs a file as far as it gets. When that is not its end the worker is gone: then this returns false. */
  async run(order: WorkerOrder, run: TestRun): Promise<boolean> {
    let still: (reason: string) => void = () => undefined;
    const stuck = new Promise<string>((resolve) => {
      still = resolve;
    });
    const watchdog = this.#watch(() => still(stuckReason('process')));
    const ended = new Promise<undefined>((resolve) => {
      run.onMove = () => {
        watchdog.moved();
        if (run.hasEnded) resolve(undefined);
      };
    });
    this.#take = run.take;
    this.#process.write(JSON.stringify(order));
    const gone = this.#process.ended.then(({ code }) => `The process has ended with code ${code}.`);
    const reason = await Promise.race([ended, gone, stuck]);
    watchdog.stop();
    if (reason === undefined) return true;
    run.end(reason);
    await this.#process.kill();
    return false;
  }

  /** Lets it clean up and end; returns its exit code. */
  async end(): Promise<number | null> {
    this.#process.endInput();
    const watchdog = new Watchdog(endingMilliseconds, () => void this.#process.kill());
    const { code } = await this.#process.ended;
    watchdog.stop();
    return code;
  }
}
