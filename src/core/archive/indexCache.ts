import type { ArticleEntry } from '../article/articleEntry';

/** Remembers the entries of one archive between sessions. It can always be deleted. */
export interface IndexCache {
  /** What was saved under the same fingerprint, in batches; nothing where there is none or it is damaged. */
  load(fingerprint: string, signal: AbortSignal): AsyncIterable<readonly ArticleEntry[]>;
  /** Replaces what was saved, atomically. */
  save(fingerprint: string, entries: Iterable<ArticleEntry>): Promise<void>;
}
