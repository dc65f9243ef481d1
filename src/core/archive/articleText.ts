import { decodeUtf8 } from '../article/decodeUtf8';
import type { ArchiveFiles } from '../host/archiveFiles';
import type { UnreadableFile } from '../host/articleReader';

/** The text of an article's file, or why there is none. */
export async function articleText(files: ArchiveFiles, path: string): Promise<string | UnreadableFile> {
  try {
    const bytes = await files.read(path);
    return decodeUtf8(bytes) ?? { path, reason: 'notUtf8', detail: 'not UTF-8: save it as UTF-8 to have it read' };
  } catch (error) {
    return { path, reason: 'cannotRead', detail: error instanceof Error ? error.message : String(error) };
  }
}
