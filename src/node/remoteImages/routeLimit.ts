import type { OnAbort } from './abortListeners';

interface Line {
  running: number;
  readonly waiting: (() => void)[];
}

/** Lets so many requests at once use a route; the others wait in order. */
export class RouteLimit {
  readonly #atOnce: number;
  readonly #lines = new Map<string, Line>();

  constructor(atOnce: number) {
    this.#atOnce = atOnce;
  }

  /** Rejects with the reason where the request is aborted before its turn. */
  async run<T>(route: string, onAbort: OnAbort, request: () => Promise<T>): Promise<T> {
    const line = this.#lines.get(route) ?? { running: 0, waiting: [] };
    this.#lines.set(route, line);
    if (line.running < this.#atOnce) line.running++;
    else await turn(line, onAbort);
    try {
      return await request();
    } finally {
      const next = line.waiting.shift();
      if (next !== undefined) next();
      else if (--line.running === 0) this.#lines.delete(route);
    }
  }
}

/** Resolves when a request that ends hands over its place. */
function turn({ waiting }: Line, onAbort: OnAbort): Promise<void> {
  return new Promise((resolve, reject) => {
    const start = (): void => {
      removeListener();
      resolve();
    };
    const removeListener = onAbort((reason) => {
      waiting.splice(waiting.indexOf(start), 1);
      reject(reason);
    });
    waiting.push(start);
  });
}
