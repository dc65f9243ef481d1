import { Emitter, type Listen } from '../host/emitter';

/** `new`: unread, and came after the archive was first read, or was read and marked as unread again. */
export type ReadMark = 'read' | 'new';

/** Which articles of an archive a person has read, and which unread ones are new. What has no mark is unread and not new. */
export class ReadMarks {
  readonly #marks = new Map<string, ReadMark>();
  readonly #new = new Set<string>();
  readonly #changes = new Emitter<readonly string[]>();

  /** Fires with the paths whose mark has changed. */
  readonly onDidChange: Listen<readonly string[]> = this.#changes.listen;

  constructor(marks: Iterable<readonly [path: string, mark: ReadMark]> = []) {
    for (const [path, mark] of marks) this.#put(path, mark);
  }

  /** All marks by path, also of articles that are gone. */
  get all(): Iterable<readonly [path: string, mark: ReadMark]> {
    return this.#marks;
  }

  /** The paths that are new, also of articles that are gone. */
  get new(): Iterable<string> {
    return this.#new;
  }

  get(path: string): ReadMark | undefined {
    return this.#marks.get(path);
  }

  isUnread(path: string): boolean {
    return this.#marks.get(path) !== 'read';
  }

  mark(paths: readonly string[], read: boolean): void {
    this.#set(
      paths.filter((path) => this.isUnread(path) === read),
      read ? 'read' : 'new',
    );
  }

  /** Takes articles for new that have just come. One that was read before, and then gone for a while, stays read. */
  addNew(paths: readonly string[]): void {
    this.#set(
      paths.filter((path) => !this.#marks.has(path)),
      'new',
    );
  }

  /** A mark stays when the article, or a folder it is in, has moved; what was there before is gone. */
  move(from: string, to: string): void {
    if (from === to) return;
    const moved = this.#below(from);
    const gone = [...moved, ...this.#below(to)].map(([path]) => path);
    const now = moved.map(([path, mark]) => [to + path.slice(from.length), mark] as const);
    for (const path of gone) this.#put(path, undefined);
    for (const [path, mark] of now) this.#put(path, mark);
    const changed = new Set([...gone, ...now.map(([path]) => path)]);
    if (changed.size > 0) this.#changes.fire([...changed]);
  }

  #set(paths: readonly string[], mark: ReadMark): void {
    for (const path of paths) this.#put(path, mark);
    if (paths.length > 0) this.#changes.fire(paths);
  }

  #put(path: string, mark: ReadMark | undefined): void {
    if (mark === undefined) this.#marks.delete(path);
    else this.#marks.set(path, mark);
    if (mark === 'new') this.#new.add(path);
    else this.#new.delete(path);
  }

  #below(folder: string): readonly (readonly [path: string, mark: ReadMark])[] {
    return [...this.#marks].filter(([path]) => path === folder || path.startsWith(`${folder}/`));
  }
}
