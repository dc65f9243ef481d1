import { Worker } from 'node:worker_threads';
import type { HostToWorker } from '../../src/protocol/workerMessages';

/** What the extension asks its threads to do with the text of one article, while somebody watches. */
export class ThreadJobs {
  readonly #kinds = new Set<HostToWorker['kind']>();
  readonly #postMessage = Worker.prototype.postMessage;

  constructor() {
    const kinds = this.#kinds;
    const postMessage = this.#postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: HostToWorker, ...rest) {
      if ('text' in message) kinds.add(message.kind);
      postMessage.call(this, message, ...rest);
    };
  }

  /** The kinds of jobs since the start, sorted. */
  end(): readonly HostToWorker['kind'][] {
    Worker.prototype.postMessage = this.#postMessage;
    return [...this.#kinds].sort();
  }
}
