import type { ArticleEntry } from '../article/articleEntry';
import type { IndexChange } from './archiveIndex';
import { hasProblems } from './articleFilter';

/** How many articles of an archive are unread and how many have problems, kept up change by change. */
export class ArchiveTally {
  readonly #isUnread: (path: string) => boolean;
  readonly #unread = new Set<string>();
  #problems = 0;

  constructor(isUnread: (path: string) => boolean) {
    this.#isUnread = isUnread;
  }

  get unread(): number {
    return this.#unread.size;
  }

  get problems(): number {
    return this.#problems;
  }

  apply({ added, changed, removed }: IndexChange): void {
    for (const entry of added) this.#count(entry, 1);
    for (const entry of removed) this.#count(entry, -1);
    for (const { before, after } of changed) this.#problems += Number(hasProblems(after)) - Number(hasProblems(before));
  }

  /** Takes over marks that have changed, of articles that are there. */
  marked(paths: readonly string[]): void {
    for (const path of paths) this.#countUnread(path);
  }

  #count(entry: ArticleEntry, by: 1 | -1): void {
    this.#problems += by * Number(hasProblems(entry));
    if (by === 1) this.#countUnread(entry.path);
    else this.#unread.delete(entry.path);
  }

  #countUnread(path: string): void {
    if (this.#isUnread(path)) this.#unread.add(path);
    else this.#unread.delete(path);
  }
}
