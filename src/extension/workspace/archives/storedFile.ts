import * as vscode from 'vscode';
import type { KeptText } from '../../../core/host/keptText';

/** A file of the extension's own storage, replaced as a whole: a reader sees the old content or the new. */
export class StoredFile implements KeptText {
  readonly #uri: vscode.Uri;
  #saving: Promise<void> = Promise.resolve();

  constructor(uri: vscode.Uri) {
    this.#uri = uri;
  }

  async read(): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.#uri));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      throw error;
    }
  }

  /** Saves after what is being saved already. */
  write(text: string): Promise<void> {
    const save = async (): Promise<void> => {
      // A name of its own: another window may be saving the same file.
      const next = this.#uri.with({ path: `${this.#uri.path}.${crypto.randomUUID()}` });
      await vscode.workspace.fs.writeFile(next, new TextEncoder().encode(text));
      await vscode.workspace.fs.rename(next, this.#uri, { overwrite: true });
    };
    this.#saving = this.#saving.then(save, save);
    return this.#saving;
  }
}
