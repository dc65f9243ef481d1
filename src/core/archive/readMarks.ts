import { Emitter, type Listen } from '../host/emitter';

/** Which articles of an archive a person has read. What is not marked is unread. */
export class ReadMarks {
  readonly #read: Set<string>;
  readonly #changes = new Emitter<readonly string[]>();

  /** Fires with the paths whose mark has changed. */
  readonly onDidChange: Listen<readonly string[]> = this.#changes.listen;

  constructor(read: Iterable<string> = []) {
    this.#read = new Set(read);
  }

  /** The paths that are marked, for keeping. */
  get paths(): Iterable<string> {
    return this.#read;
  }

  isUnread(path: string): boolean {
    return !this.#read.has(path);
  }

  mark(paths: readonly string[], read: boolean): void {
    const changed = paths.filter((path) => this.#read.has(path) !== read);
    for (const path of changed) {
      if (read) this.#read.add(path);
      else this.#read.delete(path);
    }
    if (changed.length > 0) this.#changes.fire(changed);
  }

  /** What was read stays read when the article, or a folder it is in, has moved. */
  move(from: string, to: string): void {
    const moved = [...this.#read].filter((path) => path === from || path.startsWith(`${from}/`));
    const now = moved.map((path) => to + path.slice(from.length));
    for (const path of moved) this.#read.delete(path);
    for (const path of now) this.#read.add(path);
    if (moved.length > 0) this.#changes.fire([...moved, ...now]);
  }
}
