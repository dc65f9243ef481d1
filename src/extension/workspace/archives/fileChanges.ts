import * as vscode from 'vscode';

/** The path of something below a folder, with `/`; `undefined` for anything else. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

export type FileEvent = 'changed' | 'created' | 'deleted';

/** What a change of a path means: `folder` for what may be one, with articles in it. */
export type Concern = 'file' | 'folder' | 'nothing';

const pauseStep = 25;
const longestPause = 250;

export interface ChangesReader {
  readonly concern: (path: string, event: FileEvent) => Concern;
  /** Called for each new folder before it is handed on a second time. Never rejects. */
  readonly enter: (folder: string) => Promise<void>;
  /** Takes one batch. Never rejects. */
  readonly read: (paths: readonly string[]) => Promise<void>;
  /** Called when all that has changed has been handed on. */
  readonly settled?: () => void;
}

/**
 * A new folder is looked at again after this many milliseconds. File systems tell nothing of a file that is created and
 * deleted within a moment, nor always of what comes into a folder before it is watched; looking into the folder in that
 * very moment would else leave what has been seen there, or not, as it was.
 */
const secondLook = 1000;

/**
 * Collects what changes below a folder and hands it on in batches, one batch at a time: a switch of branches is
 * thousands of events but few batches.
 */
export class FileChanges implements vscode.Disposable {
  readonly #changed = new Set<string>();
  readonly #newFolders = new Set<string>();
  readonly #reader: ChangesReader;
  readonly #watcher: vscode.Disposable;
  #handling: Promise<void> | undefined;
  #isDisposed = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(folder: vscode.Uri, reader: ChangesReader) {
    this.#reader = reader;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    const on = (event: FileEvent) => (uri: vscode.Uri) => {
      const path = pathBelow(folder, uri);
      if (path !== undefined) this.tell(path, event);
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(on('changed')),
      watcher.onDidCreate(on('created')),
      watcher.onDidDelete(on('deleted')),
    );
  }

  /** How many paths wait to be handed on. */
  get waiting(): number {
    return this.#changed.size;
  }

  /** Takes what somebody else has seen change. */
  tell(path: string, event: FileEvent): void {
    const concern = this.#reader.concern(path, event);
    if (concern === 'nothing') return;
    this.#add([path]);
    if (concern === 'folder' && event === 'created') this.#lookAgain(path);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#watcher.dispose();
    clearTimeout(this.#timer);
    this.#changed.clear();
  }

  #add(paths: Iterable<string>): void {
    if (this.#isDisposed) return;
    for (const path of paths) this.#changed.add(path);
    this.#handling ??= this.#drain();
  }

  #lookAgain(path: string): void {
    this.#newFolders.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lookOnce(), secondLook);
  }

  async #lookOnce(): Promise<void> {
    const folders = [...this.#newFolders];
    this.#newFolders.clear();
    await Promise.all(folders.map((folder) => this.#reader.enter(folder)));
    this.#add(folders);
  }

  async #drain(): Promise<void> {
    for (let round = 0; this.#changed.size > 0; round++) {
      // The first change is shown at once; the longer they go on, the more are taken together.
      await new Promise((resolve) => setTimeout(resolve, Math.min(round * pauseStep, longestPause)));
      const batch = [...this.#changed];
      this.#changed.clear();
      await this.#reader.read(batch);
    }
    this.#handling = undefined;
    if (!this.#isDisposed) this.#reader.settled?.();
  }
}
