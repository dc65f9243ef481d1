import * as vscode from 'vscode';
import { ReadMarks } from '../../core/archive/readMarks';
import type { KeptText } from '../../core/host/keptText';
import type { Log } from '../../core/host/log';
import { showWarning } from '../notify';

/** Marks come in bursts: the first is kept at once, the others together a second later. */
const pause = 1000;

/**
 * A person's read marks for one archive, kept in a file of the extension's storage. Another window may keep marks of the
 * same archive there: only what was changed here is changed in the file.
 */
export class KeptMarks implements vscode.Disposable {
  readonly marks: ReadMarks;
  readonly #file: KeptText;
  readonly #log: Log;
  readonly #listening: { dispose(): unknown };
  /** By path, whether it is read. */
  #unsaved = new Map<string, boolean>();
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasFailed = false;

  /** What cannot be read counts as no marks: the archive can be browsed all the same. */
  static async open(file: KeptText, log: Log): Promise<KeptMarks> {
    const paths = await readPaths(file, log).catch((error: unknown) => {
      log.error(`Read marks could not be read: ${error}`);
      return [];
    });
    return new KeptMarks(file, new ReadMarks(paths), log);
  }

  private constructor(file: KeptText, marks: ReadMarks, log: Log) {
    this.marks = marks;
    this.#file = file;
    this.#log = log;
    this.#listening = marks.onDidChange((paths) => {
      for (const path of paths) this.#unsaved.set(path, !marks.isUnread(path));
      if (this.#timer === undefined) this.#saveAndPause();
    });
  }

  dispose(): void {
    this.#listening.dispose();
    clearTimeout(this.#timer);
    this.#save();
  }

  #saveAndPause(): void {
    this.#timer = undefined;
    if (this.#unsaved.size === 0) return;
    this.#save();
    this.#timer = setTimeout(() => this.#saveAndPause(), pause);
  }

  #save(): void {
    if (this.#unsaved.size === 0) return;
    const changes = this.#unsaved;
    this.#unsaved = new Map();
    this.#saving = this.#saving.then(async () => {
      try {
        const kept = new Set(await readPaths(this.#file, this.#log));
        for (const [path, read] of changes) {
          if (read) kept.add(path);
          else kept.delete(path);
        }
        await this.#file.write(JSON.stringify({ version: 1, read: [...kept] }));
        this.#hasFailed = false;
      } catch (error) {
        // The next mark tries again.
        this.#unsaved = new Map([...changes, ...this.#unsaved]);
        this.#tellFailure(error);
      }
    });
  }

  #tellFailure(error: unknown): void {
    this.#log.error(`Read marks could not be kept: ${error}`);
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    void showWarning(
      vscode.l10n.t(
        'Which articles you have read could not be written down and is lost when this window closes. The next mark tries again. {0}',
        String(error),
      ),
    );
  }
}

/** Rejects when the file cannot be read; one that is damaged holds none. */
async function readPaths(file: KeptText, log: Log): Promise<readonly string[]> {
  const value = parse((await file.read()) ?? '{}', log);
  const read = typeof value === 'object' && value !== null && 'read' in value ? value.read : [];
  return Array.isArray(read) ? read.filter((path) => typeof path === 'string') : [];
}

function parse(text: string, log: Log): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    log.error(`The file of read marks is damaged and begun anew: ${error}`);
    return undefined;
  }
}
