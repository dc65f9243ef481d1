import type { PathFilter } from '../archive/pathFilter';

/** What identifies one version of a file without reading it. */
export interface FileStamp {
  /** Relative to the archive's folder, with `/`. */
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly mtime: number;
}

/** The files of one archive, by paths relative to its folder, with `/`. */
export interface ArchiveFiles {
  /** The files below a folder (`''` is the archive's own) that the filter lets through, in batches as they are found. */
  list(filter: PathFilter, folder: string, signal: AbortSignal): AsyncIterable<readonly FileStamp[]>;
  /** The stamps of those of the paths that are files now. */
  stat(paths: readonly string[]): Promise<readonly FileStamp[]>;
  /** The bytes of one file. Rejects when it cannot be read. */
  read(path: string): Promise<Uint8Array>;
}
