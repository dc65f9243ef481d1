import type { Disposable } from './disposable';
import type { Listen } from './emitter';

/** Sees into new folders of an archive where the host's own watcher is blind. */
export interface NestedFolders extends Disposable {
  /** Fires with the path of what has come, changed or gone. */
  readonly onDidChange: Listen<string>;
  /** From now on watches every wanted folder inside this one, at any depth. The folder itself the host watches. */
  watch(folder: string, isWanted: (path: string) => boolean): Promise<void>;
}
