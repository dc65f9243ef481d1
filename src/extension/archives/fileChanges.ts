import * as vscode from 'vscode';

/** The path of something below a folder, with `/`; `undefined` for anything else. */
export function pathBelow(folder: vscode.Uri, uri: vscode.Uri): string | undefined {
  if (uri.scheme !== folder.scheme || uri.authority !== folder.authority) return undefined;
  const prefix = folder.path.endsWith('/') ? folder.path : `${folder.path}/`;
  return uri.path.startsWith(prefix) ? uri.path.slice(prefix.length) : undefined;
}

/**
 * Collects what changes below a folder and hands it on in batches, one batch at a time: a switch of branches is
 * thousands of events but few batches.
 */
export class FileChanges implements vscode.Disposable {
  readonly #changed = new Set<string>();
  readonly #handle: (paths: readonly string[]) => Promise<void>;
  readonly #watcher: vscode.Disposable;
  #handling: Promise<void> | undefined;

  constructor(
    folder: vscode.Uri,
    concerns: (path: string, event: 'changed' | 'created' | 'deleted') => boolean,
    handle: (paths: readonly string[]) => Promise<void>,
  ) {
    this.#handle = handle;
    const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(folder, '**/*'));
    const on = (event: 'changed' | 'created' | 'deleted') => (uri: vscode.Uri) => {
      const path = pathBelow(folder, uri);
      if (path !== undefined && concerns(path, event)) this.add([path]);
    };
    this.#watcher = vscode.Disposable.from(
      watcher,
      watcher.onDidChange(on('changed')),
      watcher.onDidCreate(on('created')),
      watcher.onDidDelete(on('deleted')),
    );
  }

  add(paths: readonly string[]): void {
    for (const path of paths) this.#changed.add(path);
    this.#handling ??= this.#drain();
  }

  dispose(): void {
    this.#watcher.dispose();
    this.#changed.clear();
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
