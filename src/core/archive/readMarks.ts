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

  /** A moved article stays read. */
  move(from: string, to: string): void {
    if (this.#read.delete(from)) {
      this.#read.add(to);
      this.#changes.fire([from, to]);
    }
  }
}
