import type { PathFilter } from '../text/pathFilter';

/** What identifies one version of a file without reading it. */
export interface FileStamp {
  /** Relative to the archive's folder, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** Those of some paths that exist. */
export interface FoundPaths {
  readonly files: readonly FileStamp[];
  readonly folders: readonly string[];
}

/** The files of one archive, by paths relative to its folder, with `/`. */
export interface ArchiveFiles {
  /** The files below a folder (`''` is the archive's own) that the filter lets through, in batches as they are found. */
  list(filter: PathFilter, folder: string, signal: AbortSignal): AsyncIterable<readonly FileStamp[]>;
  /** What is at these paths now; a path with nothing there is in neither list. */
  stat(paths: readonly string[]): Promise<FoundPaths>;
  /** The bytes of one file. Rejects when it cannot be read. */
  read(path: string): Promise<Uint8Array>;
}
