import type { ArchiveFiles, FileStamp, FoundPaths } from '../../src/core/host/archiveFiles';
import { type PathFilter, pathMatcher } from '../../src/core/text/pathFilter';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** An archive's files in memory. Remembers what it was asked, so that tests can count it. */
export class InMemoryFiles implements ArchiveFiles {
  readonly #files = new Map<string, MemoryFile>();
  #now = 1000;
  batchSize: number;
  /** The folders that were listed, the paths that were looked at and the paths that were read, in order. */
  readonly listed: string[] = [];
  readonly stated: string[] = [];
  readonly reads: string[] = [];
  /** Waited for before each batch of a listing is handed over. */
  beforeBatch: (batch: readonly FileStamp[]) => Promise<void> = () => Promise.resolve();

  constructor(files: Readonly<Record<string, string>> = {}, batchSize = 1000) {
    this.batchSize = batchSize;
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  /** Writes a file, always with a later stamp than any before. */
  write(path: string, contents: string | Uint8Array): void {
    const bytes = typeof contents === 'string' ? new TextEncoder().encode(contents) : contents;
    this.#files.set(path, { bytes, mtime: ++this.#now });
  }

  /** Deletes a file, or a folder with all in it. */
  delete(path: string): void {
    for (const each of this.#below(path)) this.#files.delete(each);
    this.#files.delete(path);
  }

  /** Moves a file, or a folder with all in it; as on a disk, the stamps stay. */
  rename(from: string, to: string): void {
    for (const path of [...this.#below(from), from]) {
      const file = this.#files.get(path);
      if (file === undefined) continue;
      this.#files.delete(path);
      this.#files.set(to + path.slice(from.length), file);
    }
  }

  stampOf(path: string): FileStamp | undefined {
    const file = this.#files.get(path);
    return file && { path, size: file.bytes.length, mtime: file.mtime };
  }

  forgetCalls(): void {
    for (const calls of [this.listed, this.stated, this.reads]) calls.length = 0;
  }

  async *list(filter: PathFilter, folder: string, signal: AbortSignal): AsyncGenerator<readonly FileStamp[], void> {
    this.listed.push(folder);
    const matcher = pathMatcher(filter);
    const paths = this.#below(folder).filter((path) => matcher.file(path));
    for (let at = 0; at < paths.length; at += this.batchSize) {
      const batch = paths.slice(at, at + this.batchSize).flatMap((path) => this.stampOf(path) ?? []);
      await this.beforeBatch(batch);
      signal.throwIfAborted();
      yield batch;
    }
  }

  async stat(paths: readonly string[]): Promise<FoundPaths> {
    this.stated.push(...paths);
    const files = paths.flatMap((path) => this.stampOf(path) ?? []);
    const folders = paths.filter((path) => this.#below(path).length > 0);
    return { files, folders };
  }

  async read(path: string): Promise<Uint8Array> {
    this.reads.push(path);
    const file = this.#files.get(path);
    if (file === undefined) throw new Error(`${path}: no such file`);
    return file.bytes;
  }

  #below(folder: string): readonly string[] {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...this.#files.keys()].filter((path) => path.startsWith(prefix));
  }
}
