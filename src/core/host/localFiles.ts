import type { LocalFile } from '../problems/knowledge';

/** Says which paths of an archive are files. Paths are relative to its folder, with `/`, and never lead out of it. */
export interface LocalFiles {
  lookUp(paths: readonly string[]): Promise<Readonly<Record<string, LocalFile>>>;
}
