import { lstat, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchiveFiles, FileStamp, FoundPaths } from '../core/host/archiveFiles';
import type { Log } from '../core/host/log';
import type { PathFilter } from '../core/text/pathFilter';
import { containedPath } from './containedPath';
import { largestArticle } from './largestArticle';
import { PartQueue } from './partQueue';
import type { WorkerPool } from './workerPool';

/** As few paths as are asked for when somebody saves: starting a thread would take longer than they do. */
const fewPaths = 16;

/** The files of an archive in a folder of this computer. Whatever takes long is done in the pool's threads. */
export class NodeArchiveFiles implements ArchiveFiles {
  readonly #root: string;
  readonly #pool: WorkerPool;
  readonly #log: Log;

  constructor(root: string, pool: WorkerPool, log: Log) {
    this.#root = root;
    this.#pool = pool;
    this.#log = log;
  }

  async *list(filter: PathFilter, folder: string, signal: AbortSignal): AsyncGenerator<readonly FileStamp[], void> {
    signal.throwIfAborted();
    const batches = new PartQueue<readonly FileStamp[]>();
    const left = new AbortController();
    const listing = this.#pool.run(
      { kind: 'list', root: this.#root, folder, filter },
      (part) => {
        if (part.kind === 'stamps') batches.push(part.stamps);
        else if (part.kind === 'trouble') this.#log.warn(`Passed over while listing: ${part.message}`);
      },
      AbortSignal.any([signal, left.signal]),
    );
    batches.endWith(listing);
    try {
      for await (const batch of batches) {
        signal.throwIfAborted();
        yield batch;
      }
    } finally {
      left.abort();
    }
  }

  async stat(paths: readonly string[]): Promise<FoundPaths> {
    if (paths.length <= fewPaths) return this.#look(paths);
    const found: FoundPaths[] = [];
    await this.#pool.run(
      { kind: 'stat', root: this.#root, paths },
      (part) => {
        if (part.kind === 'found') found.push(part);
      },
      new AbortController().signal,
    );
    return { files: found.flatMap(({ files }) => files), folders: found.flatMap(({ folders }) => folders) };
  }

  async read(path: string): Promise<Uint8Array> {
    const real = await containedPath(this.#root, path);
    const { size } = await stat(real);
    if (size > largestArticle) throw new Error(`larger than ${largestArticle / 1024 / 1024} MB: no article is`);
    return readFile(real);
  }

  async #look(paths: readonly string[]): Promise<FoundPaths> {
    const files: FileStamp[] = [];
    const folders: string[] = [];
    const look = async (path: string): Promise<void> => {
      try {
        const stats = await stat(await containedPath(this.#root, path));
        if (stats.isFile()) files.push({ path, size: stats.size, mtime: Math.floor(stats.mtimeMs) });
        else if (stats.isDirectory() && !(await lstat(join(this.#root, path))).isSymbolicLink()) folders.push(path);
      } catch {
        // Not there, not to be looked at or not in the archive: it is nothing of it.
        return;
      }
    };
    await Promise.all(paths.map(look));
    return { files, folders };
  }
}
