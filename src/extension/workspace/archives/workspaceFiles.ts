import * as vscode from 'vscode';
import type { ArchiveFiles, FileStamp, FoundPaths } from '../../../core/host/archiveFiles';
import { type PathFilter, type PathMatcher, pathMatcher } from '../../../core/text/pathFilter';

const batchSize = 500;
/** One request at a time would wait for each answer; too many would crowd out others. */
const requestsAtOnce = 16;

/** The files of an archive on any file system that VS Code knows. */
export class WorkspaceFiles implements ArchiveFiles {
  readonly #folder: vscode.Uri;

  constructor(folder: vscode.Uri) {
    this.#folder = folder;
  }

  async *list(filter: PathFilter, folder: string, signal: AbortSignal): AsyncIterable<readonly FileStamp[]> {
    const matcher = pathMatcher(filter);
    let found: string[] = [];
    for await (const path of this.#walk(folder, matcher, signal)) {
      found.push(path);
      if (found.length < batchSize) continue;
      yield (await this.stat(found)).files;
      found = [];
    }
    if (found.length > 0) yield (await this.stat(found)).files;
  }

  async stat(paths: readonly string[]): Promise<FoundPaths> {
    const files: FileStamp[] = [];
    const folders: string[] = [];
    for (let at = 0; at < paths.length; at += requestsAtOnce) {
      const some = paths.slice(at, at + requestsAtOnce);
      const stats = await Promise.all(some.map((path) => this.#stat(path)));
      for (const [index, path] of some.entries()) {
        const stat = stats[index];
        // As in listing: a link may lead out of the archive or round in a circle.
        if (stat === undefined || stat.type & vscode.FileType.SymbolicLink) continue;
        if (stat.type & vscode.FileType.Directory) folders.push(path);
        else files.push({ path, size: stat.size, mtime: stat.mtime });
      }
    }
    return { files, folders };
  }

  async read(path: string): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(this.#uri(path));
  }

  async *#walk(folder: string, matcher: PathMatcher, signal: AbortSignal): AsyncIterable<string> {
    const waiting = [folder];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      signal.throwIfAborted();
      for (const [name, type] of await this.#entries(next)) {
        const path = next === '' ? name : `${next}/${name}`;
        if (type & vscode.FileType.SymbolicLink) continue;
        if (type & vscode.FileType.Directory) {
          if (matcher.folder(path)) waiting.push(path);
        } else if (matcher.file(path)) yield path;
      }
    }
  }

  async #entries(folder: string): Promise<readonly [string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(folder === '' ? this.#folder : this.#uri(folder));
    } catch (error) {
      if (folder === '' || isOutOfReach(error)) throw error;
      // A folder below may have been deleted since, or be closed to this person: the others still count.
      return [];
    }
  }

  async #stat(path: string): Promise<vscode.FileStat | undefined> {
    try {
      return await vscode.workspace.fs.stat(this.#uri(path));
    } catch (error) {
      if (isOutOfReach(error)) throw error;
      // Nothing there is an answer, not a failure.
      return undefined;
    }
  }

  #uri(path: string): vscode.Uri {
    return vscode.Uri.joinPath(this.#folder, path);
  }
}

/** A file system that cannot be asked at the moment has not lost its files. */
function isOutOfReach(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'Unavailable';
}
