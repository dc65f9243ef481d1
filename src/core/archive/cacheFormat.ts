import type { ArticleEntry } from '../article/articleEntry';
import { EntryUnpacker, packEntries } from './packedEntries';

/** Raise it whenever the lines change, the columns of `packedEntries.ts` included. */
const formatVersion = 1;
/**
 * So few that neither a line nor the list it is made of is a large object to V8: those are not collected with the garbage that is
 * short-lived, and all lines of an archive would be in memory at once.
 */
const entriesPerLine = 100;

/** The lines of a cache file, each ended: first what it is a cache of, then the entries in batches. */
export function* cacheLines(fingerprint: string, entries: Iterable<ArticleEntry>): Generator<string, void> {
  yield `${JSON.stringify([formatVersion, fingerprint])}\n`;
  let batch: ArticleEntry[] = [];
  for (const entry of entries) {
    batch.push(entry);
    if (batch.length < entriesPerLine) continue;
    yield `${packEntries(batch)}\n`;
    batch = [];
  }
  if (batch.length > 0) yield `${packEntries(batch)}\n`;
}

/** Reads the lines of a cache file, in their order. */
export class CacheLineReader {
  readonly #fingerprint: string;
  readonly #unpacker = new EntryUnpacker();
  #isKnown = false;

  constructor(fingerprint: string) {
    this.#fingerprint = fingerprint;
  }

  /** The entries of the next line; `undefined` when this line and all after it cannot be used. */
  next(line: string): readonly ArticleEntry[] | undefined {
    if (this.#isKnown) return this.#unpacker.unpack(line);
    this.#isKnown = line === JSON.stringify([formatVersion, this.#fingerprint]);
    return this.#isKnown ? [] : undefined;
  }
}
