import * as vscode from 'vscode';
import type { TextStore } from '../../../core/host/textStore';
import { readWorkspaceText } from '../archives/readWorkspaceText';

/** Text files of an archive on any file system that VS Code knows. */
export class WorkspaceTextStore implements TextStore {
  readonly #folder: vscode.Uri;
  readonly #writing = new Map<string, Promise<void>>();

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async list(folder: string): Promise<readonly string[]> {
    const found: string[] = [];
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      for (const [name, type] of await this.#entries(next)) {
        const path = `${next}/${name}`;
        if (type & vscode.FileType.SymbolicLink) continue;
        if (type & vscode.FileType.Directory) waiting.push(path);
        else if (!name.startsWith('.')) found.push(path);
      }
    }
    return found.sort();
  }

  async *readAll(folder: string): AsyncGenerator<readonly [path: string, text: string | undefined], void> {
    for (const path of await this.list(folder)) {
      // What cannot be read is told as such; the others still count.
      const text = await this.read(path).catch(() => null);
      // Gone since it was listed.
      if (text !== undefined) yield [path, text ?? undefined];
    }
  }

  read(path: string): Promise<string | undefined> {
    return readWorkspaceText(this.#uri(path));
  }

  update(path: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const update = (): Promise<void> => this.#update(path, change);
    const own = (this.#writing.get(path) ?? Promise.resolve()).then(update, update);
    this.#writing.set(path, own);
    const forget = (): void => {
      if (this.#writing.get(path) === own) this.#writing.delete(path);
    };
    own.then(forget, forget);
    return own;
  }

  async move(from: string, to: string): Promise<boolean> {
    if ((await this.#exists(to)) || !(await this.#exists(from))) return false;
    await vscode.workspace.fs.createDirectory(this.#uri(above(to)));
    await vscode.workspace.fs.rename(this.#uri(from), this.#uri(to), { overwrite: false });
    await this.#removeEmpty(above(from));
    return true;
  }

  async #update(path: string, change: (text: string | undefined) => string | undefined): Promise<void> {
    const text = await this.read(path);
    const changed = change(text);
    if (changed === undefined || changed === text) return;
    if (changed === '') {
      if (text !== undefined) await vscode.workspace.fs.delete(this.#uri(path));
      await this.#removeEmpty(above(path));
      return;
    }
    await vscode.workspace.fs.createDirectory(this.#uri(above(path)));
    const next = this.#uri(`${above(path)}/.${crypto.randomUUID()}.tmp`);
    await vscode.workspace.fs.writeFile(next, new TextEncoder().encode(changed));
    await vscode.workspace.fs.rename(next, this.#uri(path), { overwrite: true });
  }

  async #entries(folder: string): Promise<readonly [string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(this.#uri(folder));
    } catch (error) {
      if (isAbsent(error)) return [];
      throw error;
    }
  }

  async #exists(path: string): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(this.#uri(path));
      return true;
    } catch (error) {
      if (isAbsent(error)) return false;
      throw error;
    }
  }

  /** Folders that held nothing but what is gone now. */
  async #removeEmpty(folder: string): Promise<void> {
    for (let empty = folder; empty.includes('/'); empty = above(empty)) {
      if ((await this.#entries(empty)).length > 0 || !(await this.#exists(empty))) return;
      await vscode.workspace.fs.delete(this.#uri(empty), { recursive: false });
    }
  }

  #uri(path: string): vscode.Uri {
    if (path.split('/').includes('..')) throw new Error(`${path} leads out of the archive.`);
    return vscode.Uri.joinPath(this.#folder, path);
  }
}

function above(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function isAbsent(error: unknown): boolean {
  return (
    error instanceof vscode.FileSystemError && (error.code === 'FileNotFound' || error.code === 'FileNotADirectory')
  );
}
