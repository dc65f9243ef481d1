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
  readonly #handle: (paths: readonly string[]) => Promise<void>;
  readonly #watcher: vscode.Disposable;
  #handling: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    folder: vscode.Uri,
    concern: (path: string, event: FileEvent) => Concern,
    handle: (paths: readonly string[]) => Promise<void>,
  ) {
    this.#handle = handle;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    const on = (event: FileEvent) => (uri: vscode.Uri) => {
      const path = pathBelow(folder, uri);
      const what = path === undefined ? 'nothing' : concern(path, event);
      if (path === undefined || what === 'nothing') return;
      this.#add([path]);
      if (what === 'folder' && event === 'created') this.#lookAgain(path);
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(on('changed')),
      watcher.onDidCreate(on('created')),
      watcher.onDidDelete(on('deleted')),
    );
  }

  dispose(): void {
    this.#watcher.dispose();
    clearTimeout(this.#timer);
    this.#changed.clear();
  }

  #add(paths: Iterable<string>): void {
    for (const path of paths) this.#changed.add(path);
    this.#handling ??= this.#drain();
  }

  #lookAgain(path: string): void {
    this.#newFolders.add(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#add(this.#newFolders);
      this.#newFolders.clear();
    }, secondLook);
  }

  async #drain(): Promise<void> {
    // Events of one change arrive one after the other in the same turn.
    await new Promise((resolve) => setTimeout(resolve));
    while (this.#changed.size > 0) {
      const batch = [...this.#changed];
      this.#changed.clear();
      await this.#handle(batch);
    }
    this.#handling = undefined;
  }
}
