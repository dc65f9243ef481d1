import { createReadStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { CacheLineReader, cacheLines } from '../core/archive/cacheFormat';
import type { IndexCache } from '../core/archive/indexCache';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { Log } from '../core/host/log';
import { writeFileAtomically } from './writeFileAtomically';

const newline = 0x0a;

/** The index cache of one archive as a file of lines. */
export class FileIndexCache implements IndexCache {
  readonly #file: string;
  readonly #log: Log;
  #lastSave: Promise<void> = Promise.resolve();

  constructor(file: string, log: Log) {
    this.#file = file;
    this.#log = log;
  }

  async *load(fingerprint: string, signal: AbortSignal): AsyncGenerator<readonly ArticleEntry[], void> {
    const reader = new CacheLineReader(fingerprint);
    try {
      for await (const line of this.#lines()) {
        signal.throwIfAborted();
        const entries = reader.next(line);
        if (entries === undefined) return;
        if (entries.length > 0) yield entries;
      }
    } catch (error) {
      signal.throwIfAborted();
      const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      if (!isAbsent) this.#log.warn(`The cache ${this.#file} cannot be read and is not used: ${String(error)}`);
    }
  }

  async save(fingerprint: string, entries: Iterable<ArticleEntry>): Promise<void> {
    const saved = this.#lastSave.then(async () => {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFileAtomically(this.#file, inTurns(cacheLines(fingerprint, entries)));
    });
    // Whoever asked for it hears of the failure; the next save is to be tried all the same.
    this.#lastSave = saved.catch(() => undefined);
    return saved;
  }

  async *#lines(): AsyncGenerator<string, void> {
    let rest: Buffer[] = [];
    for await (const chunk of createReadStream(this.#file, { highWaterMark: 1024 * 1024 })) {
      const bytes: Buffer = chunk;
      let start = 0;
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, start)) {
        const line = bytes.subarray(start, end);
        yield (rest.length === 0 ? line : Buffer.concat([...rest, line])).toString('utf8');
        await otherWork();
        rest = [];
        start = end + 1;
      }
      rest.push(bytes.subarray(start));
    }
  }
}

/** Packing a line takes a moment: other work goes on in between. */
async function* inTurns<T>(items: Iterable<T>): AsyncGenerator<T, void> {
  for (const item of items) {
    yield item;
    await otherWork();
  }
}
