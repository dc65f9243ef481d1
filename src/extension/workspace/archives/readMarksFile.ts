import * as vscode from 'vscode';
import { type ReadMark, ReadMarks } from '../../../core/archive/readMarks';
import type { KeptText } from '../../../core/host/keptText';
import type { Log } from '../../../core/host/log';
import { showWarning } from '../../ui/notify';

/** Marks come in bursts: the first is kept at once, the others together a second later. */
const pause = 1000;

/**
 * A person's read marks for one archive, kept in a file of the extension's storage. Another window may keep marks of the
 * same archive there: only what was changed here is changed in the file.
 */
export class ReadMarksFile implements vscode.Disposable {
  readonly marks: ReadMarks;
  readonly #file: KeptText;
  readonly #log: Log;
  readonly #listening: { dispose(): unknown };
  #unsaved = new Map<string, ReadMark | undefined>();
  #saving: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #hasFailed = false;

  /** What cannot be read counts as no marks: the archive can be browsed all the same. */
  static async open(file: KeptText, log: Log): Promise<ReadMarksFile> {
    const marks = await readMarks(file, log).catch((error: unknown) => {
      log.error(`Read marks could not be read: ${error}`);
      return [];
    });
    return new ReadMarksFile(file, new ReadMarks(marks), log);
  }

  private constructor(file: KeptText, marks: ReadMarks, log: Log) {
    this.marks = marks;
    this.#file = file;
    this.#log = log;
    this.#listening = marks.onDidChange((paths) => {
      for (const path of paths) this.#unsaved.set(path, marks.get(path));
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
        const kept = new Map(await readMarks(this.#file, this.#log));
        for (const [path, mark] of changes) {
          if (mark === undefined) kept.delete(path);
          else kept.set(path, mark);
        }
        const withMark = (mark: ReadMark) => [...kept].flatMap(([path, own]) => (own === mark ? [path] : []));
        await this.#file.write(JSON.stringify({ version: 1, read: withMark('read'), new: withMark('new') }));
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
async function readMarks(file: KeptText, log: Log): Promise<readonly (readonly [string, ReadMark])[]> {
  const value = parse((await file.read()) ?? '{}', log);
  if (typeof value !== 'object' || value === null) return [];
  const withMark = (paths: unknown, mark: ReadMark) =>
    Array.isArray(paths) ? paths.filter((path) => typeof path === 'string').map((path) => [path, mark] as const) : [];
  return [
    ...withMark('new' in value ? value.new : undefined, 'new'),
    ...withMark('read' in value ? value.read : undefined, 'read'),
  ];
}

function parse(text: string, log: Log): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    log.error(`The file of read marks is damaged and begun anew: ${error}`);
    return undefined;
  }
}
