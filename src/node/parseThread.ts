import { Worker } from 'node:worker_threads';
import type { Disposable } from '../core/host/disposable';
import type { HostToWorker, WorkerJob, WorkerPart, WorkerToHost } from '../protocol/workerMessages';

/** The thread died while it worked on a job: something in the job may have killed it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
}

export interface ParseThreadOptions {
  /** Where the built `parseWorker.js` is. */
  readonly script: string;
  /** After how many milliseconds without work the thread ends. */
  readonly idleAfter: number;
  /** A thread that says nothing for so many milliseconds over a job is caught in it, and is ended. */
  readonly silentAfter: number;
}

const slowestStart = 60_000;

interface JobUnderWay {
  /** Absent once the job was given up: its parts are dropped then. */
  onPart?: (part: WorkerPart) => void;
  readonly end: (error?: Error) => void;
}

/** One parse worker in its thread. It does one job at a time and ends by itself when it has been idle for a while. */
export class ParseThread implements Disposable {
  readonly #worker: Worker;
  readonly #options: ParseThreadOptions;
  readonly #onEnd: () => void;
  #job: JobUnderWay | undefined;
  #cameUp: () => void = () => undefined;
  /** Settled when it has come up, then when its job is over. */
  #isOver = new Promise<void>((resolve) => {
    this.#cameUp = resolve;
  });
  /** While there is a job it waits for a sign of life, else for the next job. */
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #isAlive = true;

  constructor(options: ParseThreadOptions, onEnd: () => void) {
    this.#options = options;
    this.#onEnd = onEnd;
    // What the host was started with is not meant for us: an inspector's port would be taken twice.
    this.#worker = new Worker(options.script, { name: 'marginalia', execArgv: [] });
    this.#worker.on('message', (message: WorkerToHost) => this.#receive(message));
    this.#worker.on('error', (error) => this.#end(error.message));
    this.#worker.on('messageerror', (error) => this.#end(error.message));
    this.#worker.on('exit', (code) => this.#end(`it ended with code ${code}`));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Whether it has come up. */
  get isReady(): boolean {
    return this.#isReady;
  }

  run(job: WorkerJob, onPart: (part: WorkerPart) => void, signal: AbortSignal): Promise<void> {
    this.#worker.ref();
    this.#waitForSign();
    return new Promise((resolve, reject) => {
      if (!this.#isAlive) throw new ThreadEnded('The thread has ended.');
      this.#isOver = new Promise((over) => {
        const underWay: JobUnderWay = {
          onPart,
          end: (error) => {
            signal.removeEventListener('abort', giveUp);
            if (error === undefined) resolve();
            else reject(error);
            over();
          },
        };
        const giveUp = (): void => {
          delete underWay.onPart;
          this.#post({ kind: 'stop' });
          reject(signal.reason);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        this.#job = underWay;
      });
      this.#post(job);
    });
  }

  /** Settles when the thread can take another job, or is no more. */
  free(): Promise<void> {
    return this.#isOver;
  }

  dispose(): void {
    this.#end('the archive was closed');
  }

  #post(message: HostToWorker): void {
    this.#worker.postMessage(message);
  }

  #receive(message: WorkerToHost): void {
    if (message.kind === 'ready') this.#isReady = true;
    if (this.#job !== undefined) this.#waitForSign();
    else this.#rest();
    if (message.kind === 'ready') this.#cameUp();
    else if (message.kind === 'done') this.#finish();
    else if (message.kind === 'failed') this.#finish(new Error(message.message));
    else this.#job?.onPart?.(message);
  }

  #finish(error?: Error): void {
    const job = this.#job;
    this.#job = undefined;
    this.#rest();
    job?.end(error);
  }

  #rest(): void {
    this.#worker.unref();
    this.#endAfter(this.#options.idleAfter, 'it was idle');
  }

  #waitForSign(): void {
    const { silentAfter } = this.#options;
    // Where much else is going on, a thread takes long to come up.
    const patience = this.#isReady ? silentAfter : Math.max(silentAfter, slowestStart);
    this.#endAfter(patience, `it has said nothing for ${Math.round(patience / 1000)} s`);
  }

  #endAfter(milliseconds: number, why: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#end(why), milliseconds);
    this.#timer.unref();
  }

  #end(why: string): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    clearTimeout(this.#timer);
    this.#onEnd();
    this.#cameUp();
    void this.#worker.terminate();
    // A worker that never came up would not come up for any other job either.
    const error = this.#isReady ? new ThreadEnded(why) : new Error(`The parse worker could not start: ${why}`);
    this.#job?.end(error);
    this.#job = undefined;
  }
}
