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

  /** What was read stays read when the article, or a folder it is in, has moved; what was there before is gone. */
  move(from: string, to: string): void {
    if (from === to) return;
    const moved = this.#below(from);
    const now = moved.map((path) => to + path.slice(from.length));
    const gone = [...moved, ...this.#below(to)];
    for (const path of gone) this.#read.delete(path);
    for (const path of now) this.#read.add(path);
    const changed = new Set([...gone, ...now]);
    if (changed.size > 0) this.#changes.fire([...changed]);
  }

  #below(folder: string): readonly string[] {
    return [...this.#read].filter((path) => path === folder || path.startsWith(`${folder}/`));
  }
}
