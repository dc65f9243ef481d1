import type { TextStore } from '../../src/core/host/textStore';

/** Text files in memory. */
export class InMemoryTextStore implements TextStore {
  readonly files: Map<string, string>;
  /** Called before the next `update` reads: what somebody else does meanwhile. */
  meanwhile: (() => void) | undefined;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.files = new Map(Object.entries(files));
  }

  async list(folder: string): Promise<readonly string[]> {
    return [...this.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
  }

  async *readAll(folder: string): AsyncGenerator<readonly [string, string | undefined], void> {
    for (const path of await this.list(folder)) yield [path, this.files.get(path)];
  }

  async read(path: string): Promise<string | undefined> {
    return this.files.get(path);
  }

  async update(path: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    meanwhile?.();
    const changed = change(this.files.get(path));
    if (changed === '') this.files.delete(path);
    else if (changed !== undefined) this.files.set(path, changed);
  }

  async move(from: string, to: string): Promise<boolean> {
    const text = this.files.get(from);
    if (text === undefined || this.files.has(to)) return false;
    this.files.delete(from);
    this.files.set(to, text);
    return true;
  }
}
