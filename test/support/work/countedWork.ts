import assert from 'node:assert/strict';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { projectRoot } from '../projectRoot';
import type { Given, Gives, JobName } from './jobs';

/** What a job gave, and how many steps it took. */
export interface Counted<Result> {
  readonly steps: number;
  readonly result: Result;
}

/** Eight times the input: 8 times the steps where they grow with its length, 64 times where they grow with its square. */
const mostGrowth = 12;

/** The thread in which work is counted; all tests of a process share it, as what it loads takes long to load. */
let worker: Worker | undefined;

/** Counts work in a thread, for the tests of one `describe`. Whatever hangs there fails its own test only. */
export class CountedWork {
  #isBusy = false;

  constructor() {
    afterEach(async () => {
      if (!this.#isBusy) return;
      this.#isBusy = false;
      await worker?.terminate();
      worker = undefined;
    });
  }

  async of<Name extends JobName>(name: Name, ...given: Given<Name>): Promise<Counted<Gives<Name>>> {
    worker ??= new Worker(join(projectRoot, 'dist', 'test', 'support', 'countingWorker.js'), { execArgv: [] });
    this.#isBusy = true;
    worker.ref();
    worker.postMessage([name, ...given]);
    const [answer] = (await once(worker, 'message')) as [Counted<Gives<Name>>];
    // Nothing else keeps the process from ending.
    worker.unref();
    this.#isBusy = false;
    return answer;
  }

  /** Fails unless eight times of `size` takes about eight times the steps; gives what came of the larger. */
  async growsWithLength<Name extends JobName>(
    name: Name,
    size: number,
    given: (size: number) => Given<Name>,
  ): Promise<Gives<Name>> {
    const small = await this.of(name, ...given(size));
    const large = await this.of(name, ...given(size * 8));
    assert.ok(large.steps < small.steps * mostGrowth, `${small.steps} steps, with eight times as much ${large.steps}`);
    return large.result;
  }
}
