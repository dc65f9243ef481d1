import { Worker } from 'node:worker_threads';
import type { Disposable } from '../core/host/disposable';
import type { HostToWorker, WorkerJob, WorkerPart, WorkerToHost } from '../protocol/workerMessages';

/** The thread died or hung while it worked on a job: something in the job may have done it. */
export class ThreadEnded extends Error {
  override readonly name = 'ThreadEnded';
  /** Which of the job's files was being read. */
  readonly file: number;
  readonly hung: boolean;

  constructor(why: string, file: number, hung: boolean) {
    super(why);
    this.file = file;
    this.hung = hung;
  }
}

export interface ParseThreadOptions {
  /** Where the built `parseWorker.mjs` is. */
  readonly script: string;
  /** After how many milliseconds without work the thread ends. */
  readonly idleAfter: number;
  /** A thread that gets no further for so many milliseconds with one file hangs in it, and is ended. */
  readonly silentAfter: number;
}

const slowestStart = 60_000;
/** A text that somebody waits for may take so many times as long as one file of many. */
const morePatience = 3;

/**
 * Threads share the memory of the extension host. Where V8 may take gigabytes it lets garbage grow to four times of what is
 * needed before it looks for any; by a limit that no article reaches it looks earlier.
 */
const resourceLimits = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 8 };

interface JobUnderWay {
  readonly patience: number;
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
  /** The index of the file that is being read; the thread writes it, also when it hangs right after. */
  readonly #file = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** While there is a job it waits for a sign of life, else for the next job. */
  #timer: NodeJS.Timeout | undefined;
  #isReady = false;
  #isAlive = true;

  constructor(options: ParseThreadOptions, onEnd: () => void) {
    this.#options = options;
    this.#onEnd = onEnd;
    // What the host was started with is not meant for us: an inspector's port would be taken twice.
    this.#worker = new Worker(options.script, {
      name: 'marginalia',
      execArgv: [],
      workerData: this.#file,
      resourceLimits,
    });
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
    Atomics.store(this.#file, 0, 0);
    return new Promise((resolve, reject) => {
      if (!this.#isAlive) throw new ThreadEnded('The thread has ended.', 0, false);
      this.#isOver = new Promise((over) => {
        const underWay: JobUnderWay = {
          patience: this.#options.silentAfter * ('files' in job ? 1 : morePatience),
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
        this.#waitForSign(underWay);
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
    if (this.#job !== undefined) this.#waitForSign(this.#job);
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
    this.#after(this.#options.idleAfter, () => this.#end('it was idle'));
  }

  #waitForSign(job: JobUnderWay): void {
    // Where much else is going on, a thread takes long to come up.
    const patience = this.#isReady ? job.patience : Math.max(job.patience, slowestStart);
    const file = Atomics.load(this.#file, 0);
    this.#after(patience, () => {
      if (Atomics.load(this.#file, 0) !== file) this.#waitForSign(job);
      else this.#end(`it got no further for ${Math.round(patience / 1000)} s`, true);
    });
  }

  #after(milliseconds: number, act: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(act, milliseconds);
    this.#timer.unref();
  }

  #end(why: string, hung = false): void {
    if (!this.#isAlive) return;
    this.#isAlive = false;
    clearTimeout(this.#timer);
    this.#onEnd();
    this.#cameUp();
    void this.#worker.terminate();
    // A worker that never came up would not come up for any other job either.
    const error = this.#isReady
      ? new ThreadEnded(why, Atomics.load(this.#file, 0), hung)
      : new Error(`The parse worker could not start: ${why}`);
    this.#job?.end(error);
    this.#job = undefined;
  }
}
