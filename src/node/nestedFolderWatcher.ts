import { type FSWatcher, watch } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Emitter } from '../core/host/emitter';
import type { Log } from '../core/host/log';
import type { NestedFolders } from '../core/host/nestedFolders';

/** Each takes a watch of the system's, of which there are not many for one person. */
const mostFolders = 4000;

type IsWanted = (path: string) => boolean;

/**
 * On Linux the watcher of VS Code hears of a new folder but is too late for folders made in it at once, as `mkdir -p`,
 * unpacking and a switch of branches do. Those it never watches; here they are.
 */
export class NestedFolderWatcher implements NestedFolders {
  readonly #root: string;
  readonly #log: Log;
  readonly #watched = new Map<string, FSWatcher>();
  readonly #changes = new Emitter<string>();
  #isDisposed = false;
  #hasTold = false;

  readonly onDidChange = this.#changes.listen;

  constructor(root: string, log: Log) {
    this.#root = root;
    this.#log = log;
  }

  /** How many folders are watched. */
  get size(): number {
    return this.#watched.size;
  }

  async watch(folder: string, isWanted: IsWanted): Promise<void> {
    if (!isWanted(folder)) return;
    // A watch goes with its folder when that is moved: those of a folder that was here before see nothing here.
    this.#closeBelow(folder);
    for (const name of await this.#foldersIn(folder)) await this.#watchAll(`${folder}/${name}`, isWanted);
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const watcher of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  async #watchAll(folder: string, isWanted: IsWanted): Promise<void> {
    if (!isWanted(folder)) return;
    this.#close(folder);
    // Before looking into it, so that nothing comes unseen in between.
    this.#watchOne(folder, isWanted);
    await this.watch(folder, isWanted);
  }

  #watchOne(folder: string, isWanted: IsWanted): void {
    if (this.#isDisposed || this.#watched.has(folder)) return;
    if (this.#watched.size >= mostFolders) {
      if (!this.#hasTold)
        this.#log.warn(`More than ${mostFolders} new folders: what changes in ${folder} is not seen.`);
      this.#hasTold = true;
      return;
    }
    try {
      const watcher = watch(join(this.#root, folder), { persistent: false });
      watcher.on('change', (kind, name) => void this.#tell(folder, kind, String(name), isWanted));
      watcher.on('error', () => this.#close(folder));
      this.#watched.set(folder, watcher);
    } catch (error) {
      this.#log.warn(`${folder} cannot be watched: ${error}`);
    }
  }

  async #tell(folder: string, kind: string, name: string, isWanted: IsWanted): Promise<void> {
    const path = `${folder}/${name}`;
    // Only what comes or goes can be a folder.
    if (kind === 'rename') {
      if (await this.#isFolder(path)) await this.#watchAll(path, isWanted);
      else this.#close(path);
      if (!(await this.#isFolder(folder))) this.#close(folder);
    }
    this.#changes.fire(path);
  }

  #close(folder: string): void {
    this.#watched.get(folder)?.close();
    this.#watched.delete(folder);
    this.#closeBelow(folder);
  }

  #closeBelow(folder: string): void {
    for (const [path, watcher] of this.#watched) {
      if (!path.startsWith(`${folder}/`)) continue;
      watcher.close();
      this.#watched.delete(path);
    }
  }

  async #isFolder(path: string): Promise<boolean> {
    try {
      return (await lstat(join(this.#root, path))).isDirectory();
    } catch {
      // Gone again, or not to be looked at: no folder to watch.
      return false;
    }
  }

  async #foldersIn(folder: string): Promise<readonly string[]> {
    try {
      const entries = await readdir(join(this.#root, folder), { withFileTypes: true });
      return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    } catch {
      // Gone again, or not to be looked into: there is nothing to watch.
      return [];
    }
  }
}
