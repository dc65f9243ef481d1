import type { IndexChange } from './archiveIndex';

/** How many articles of an archive are unread, kept up change by change. */
export class ArchiveTally {
  readonly #isUnread: (path: string) => boolean;
  readonly #unread = new Set<string>();

  constructor(isUnread: (path: string) => boolean) {
    this.#isUnread = isUnread;
  }

  get unread(): number {
    return this.#unread.size;
  }

  apply({ added, removed }: IndexChange): void {
    for (const { path } of added) this.#countUnread(path);
    for (const { path } of removed) this.#unread.delete(path);
  }

  /** Takes over marks that have changed, of articles that are there. */
  marked(paths: readonly string[]): void {
    for (const path of paths) this.#countUnread(path);
  }

  #countUnread(path: string): void {
    if (this.#isUnread(path)) this.#unread.add(path);
    else this.#unread.delete(path);
  }
}
