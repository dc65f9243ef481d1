import type * as vscode from 'vscode';
import { ReadMarks } from '../../core/archive/readMarks';
import type { Log } from '../../core/host/log';
import { StoredFile } from './storedFile';

/** Marks come in bursts; a second later is soon enough to keep them. */
const saveDelay = 1000;

/** A person's read marks for one archive, kept in a file of the extension's storage. */
export class KeptMarks implements vscode.Disposable {
  readonly marks: ReadMarks;
  readonly #file: StoredFile;
  readonly #log: Log;
  readonly #listening: { dispose(): unknown };
  #timer: ReturnType<typeof setTimeout> | undefined;

  static async open(uri: vscode.Uri, log: Log): Promise<KeptMarks> {
    const file = new StoredFile(uri);
    return new KeptMarks(file, new ReadMarks(await readPaths(file, log)), log);
  }

  private constructor(file: StoredFile, marks: ReadMarks, log: Log) {
    this.marks = marks;
    this.#file = file;
    this.#log = log;
    this.#listening = marks.onDidChange(() => {
      this.#timer ??= setTimeout(() => this.#save(), saveDelay);
    });
  }

  dispose(): void {
    this.#listening.dispose();
    if (this.#timer !== undefined) this.#save();
  }

  #save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#file
      .write(JSON.stringify({ version: 1, read: [...this.marks.paths] }))
      .catch((error: unknown) => this.#log.error(`Read marks could not be kept: ${error}`));
  }
}

async function readPaths(file: StoredFile, log: Log): Promise<readonly string[]> {
  try {
    const text = await file.read();
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    const read = typeof value === 'object' && value !== null && 'read' in value ? value.read : [];
    return Array.isArray(read) ? read.filter((path) => typeof path === 'string') : [];
  } catch (error) {
    log.error(`Read marks could not be read: ${error}`);
    return [];
  }
}
