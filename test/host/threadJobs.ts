import { Worker } from 'node:worker_threads';
import type { HostToWorker } from '../../src/protocol/workerMessages';

/** What the extension asks its threads to do with the text of one article, while somebody watches, also where it is typed in. */
export class ThreadJobs {
  readonly #kinds = new Set<HostToWorker['kind']>();
  readonly #postMessage = Worker.prototype.postMessage;

  constructor(text: string) {
    const start = text.slice(0, 200);
    const mostTyped = 100;
    const kinds = this.#kinds;
    const postMessage = this.#postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: HostToWorker, ...rest) {
      // Others may still be read, such as the article of the test before.
      const isIts =
        'text' in message && message.text.startsWith(start) && Math.abs(message.text.length - text.length) <= mostTyped;
      if (isIts) kinds.add(message.kind);
      postMessage.call(this, message, ...rest);
    };
  }

  /** The kinds of jobs since the start, sorted. */
  end(): readonly HostToWorker['kind'][] {
    Worker.prototype.postMessage = this.#postMessage;
    return [...this.#kinds].sort();
  }
}
