import { setMaxListeners } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Disposable } from '../core/host/disposable';
import type { WorkerJob, WorkerPart } from '../protocol/workerMessages';
import { ParseThread } from './parseThread';

const mostThreads = 4;

export interface WorkerPoolOptions {
  /** Where the built `parseWorker.mjs` is. */
  readonly script: string;
  readonly size?: number;
  /** How many threads at most do at once what nobody waits for. All by default. */
  readonly background?: number;
  /** After how many milliseconds of waiting another thread is worth its start. */
  readonly growAfter?: number;
  /** After how many milliseconds without work a thread ends. */
  readonly idleAfter?: number;
  /** After how many milliseconds over one file a thread is ended. */
  readonly silentAfter?: number;
}

/** Who waits for a job, the most urgent first: who looks at an article, who looks at the views, nobody. */
enum Urgency {
  article,
  views,
  background,
}

function urgencyOf(job: WorkerJob): Urgency {
  switch (job.kind) {
    case 'prepare':
    case 'checkText':
    case 'readText':
      return Urgency.article;
    case 'check':
      return Urgency.background;
    case 'read':
      return job.depth === 'head' ? Urgency.views : Urgency.background;
    default:
      return Urgency.views;
  }
}

interface Waiting {
  readonly urgency: Urgency;
  readonly start: (thread: ParseThread) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A few parse workers that share their jobs. One is started when there is work, another when work has waited for a while, and
 * they end when there has been none for a while.
 */
export class WorkerPool implements Disposable {
  readonly size: number;
  /** How many background jobs are done at once. */
  readonly background: number;
  readonly #options: WorkerPoolOptions;
  readonly #threads = new Set<ParseThread>();
  readonly #idle: ParseThread[] = [];
  readonly #waiting: Waiting[] = [];
  #inBackground = 0;
  #growth: NodeJS.Timeout | undefined;
  #isDisposed = false;

  constructor(options: WorkerPoolOptions) {
    this.#options = options;
    this.size = Math.max(1, options.size ?? Math.min(availableParallelism(), mostThreads));
    this.background = Math.min(this.size, options.background ?? this.size);
  }

  /** How many threads there are now. */
  get threads(): number {
    return this.#threads.size;
  }

  /**
   * Does one job and tells its parts as they come. Rejects with a `ThreadEnded` when the thread died over it, with the
   * signal's reason as soon as that is aborted, and with any other error when the job could not be done.
   */
  async run(job: WorkerJob, onPart: (part: WorkerPart) => void, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    // A job is a listener, and a pass over an archive has many jobs under one signal: that is no leak.
    setMaxListeners(0, signal);
    const urgency = urgencyOf(job);
    const thread = await this.#thread(signal, urgency);
    try {
      // It may have been given up while a thread was sought, and nobody would tell the thread.
      signal.throwIfAborted();
      await thread.run(job, onPart, signal);
    } finally {
      void this.#release(thread, urgency);
    }
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#growth);
    for (const { fail } of this.#waiting.splice(0)) fail(new Error('The archive was closed.'));
    for (const thread of this.#threads) thread.dispose();
  }

  async #thread(signal: AbortSignal, urgency: Urgency): Promise<ParseThread> {
    if (this.#isDisposed) throw new Error('The archive was closed.');
    if (this.#mayStart(urgency)) {
      const thread = this.#idle.pop() ?? (this.#threads.size === 0 ? this.#startThread() : undefined);
      if (thread !== undefined) {
        this.#inBackground += Number(urgency === Urgency.background);
        return thread;
      }
      if (this.#threads.size < this.size) this.#growSoon();
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        urgency,
        start: (thread) => {
          signal.removeEventListener('abort', abort);
          this.#inBackground += Number(urgency === Urgency.background);
          resolve(thread);
        },
        fail: reject,
      };
      const abort = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      const after = this.#waiting.findIndex((other) => other.urgency > urgency);
      this.#waiting.splice(after < 0 ? this.#waiting.length : after, 0, waiting);
    });
  }

  #mayStart(urgency: Urgency): boolean {
    return urgency < Urgency.background || this.#inBackground < this.background;
  }

  /** Whether the first of those that wait may start: the most urgent. */
  get #mayStartNext(): boolean {
    const [next] = this.#waiting;
    return next !== undefined && this.#mayStart(next.urgency);
  }

  /** Another thread is started for what has waited, but whichever is free first does it. */
  #growSoon(): void {
    const { growAfter = 200 } = this.#options;
    this.#growth ??= setTimeout(() => {
      this.#growth = undefined;
      if (!this.#mayStartNext || this.#threads.size >= this.size) return;
      const areUp = [...this.#threads].every(({ isReady }) => isReady);
      if (areUp) void this.#passOn(this.#startThread());
      this.#growSoon();
    }, growAfter);
  }

  #startThread(): ParseThread {
    const { script, idleAfter = 10_000, silentAfter = 20_000 } = this.#options;
    const thread = new ParseThread({ script, idleAfter, silentAfter }, () => {
      this.#threads.delete(thread);
      const at = this.#idle.indexOf(thread);
      if (at !== -1) this.#idle.splice(at, 1);
    });
    this.#threads.add(thread);
    return thread;
  }

  /** A thread may still be busy with a job that was given up; it is passed on when that is over. */
  async #release(thread: ParseThread, urgency: Urgency): Promise<void> {
    await thread.free();
    this.#inBackground -= Number(urgency === Urgency.background);
    await this.#passOn(thread);
  }

  /** Once it has come up. */
  async #passOn(thread: ParseThread): Promise<void> {
    await thread.free();
    const next = this.#mayStartNext ? this.#waiting.shift() : undefined;
    if (next !== undefined) next.start(thread.isAlive ? thread : this.#startThread());
    else if (thread.isAlive) this.#idle.push(thread);
  }
}
