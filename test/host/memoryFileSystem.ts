import * as vscode from 'vscode';

interface MemoryFile {
  readonly bytes: Uint8Array;
  readonly mtime: number;
}

/** Files that are nowhere but here, behind a scheme of their own. Folders are what the paths of files say. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  #writes = 0;
  readonly #files = new Map<string, MemoryFile>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  /** Paths that were asked for, in order. */
  readonly reads: string[] = [];
  /** What starts with this is out of reach. */
  away: string | undefined;

  readonly onDidChangeFile = this.#changed.event;

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    this.#answer(uri);
    const file = this.#files.get(uri.path);
    if (file !== undefined) {
      return { type: vscode.FileType.File, ctime: 0, mtime: file.mtime, size: file.bytes.byteLength };
    }
    if (this.#namesIn(uri).size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#answer(uri);
    return [...this.#namesIn(uri)];
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.#answer(uri);
    const file = this.#files.get(uri.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(uri);
    this.reads.push(uri.path);
    return file.bytes;
  }

  writeFile(uri: vscode.Uri, bytes: Uint8Array): void {
    const type = this.#files.has(uri.path) ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created;
    this.#files.set(uri.path, { bytes, mtime: ++this.#writes });
    this.#changed.fire([{ type, uri }]);
  }

  delete(uri: vscode.Uri): void {
    for (const path of [...this.#files.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#files.delete(path);
    }
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri }]);
  }

  /** Of files alone. */
  rename(from: vscode.Uri, to: vscode.Uri, { overwrite }: { readonly overwrite: boolean }): void {
    const file = this.#files.get(from.path);
    if (file === undefined) throw vscode.FileSystemError.FileNotFound(from);
    if (this.#files.has(to.path) && !overwrite) throw vscode.FileSystemError.FileExists(to);
    this.#files.delete(from.path);
    this.#changed.fire([{ type: vscode.FileChangeType.Deleted, uri: from }]);
    this.writeFile(to, file.bytes);
  }

  createDirectory(): void {
    // There is one as soon as a file is in it.
  }

  /** Of all files. */
  paths(): readonly string[] {
    return [...this.#files.keys()];
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #answer(uri: vscode.Uri): void {
    if (this.away !== undefined && uri.path.startsWith(this.away)) throw vscode.FileSystemError.Unavailable(uri);
  }

  #namesIn({ path }: vscode.Uri): ReadonlyMap<string, vscode.FileType> {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const names = new Map<string, vscode.FileType>();
    for (const file of this.#files.keys()) {
      if (!file.startsWith(prefix)) continue;
      const [name = '', below] = file.slice(prefix.length).split('/', 2);
      names.set(name, below === undefined ? vscode.FileType.File : vscode.FileType.Directory);
    }
    return names;
  }
}
