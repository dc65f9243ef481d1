import type { UnreadableFile } from '../article/articleReader';
import type { ArchiveFiles } from '../host/archiveFiles';
import { decodeUtf8 } from '../text/decodeUtf8';
import { errorText } from '../text/errorText';

/** The whole document of an article as its file has it, or why there is none. What a reader sees of it is its article text. */
export async function articleDocument(files: ArchiveFiles, path: string): Promise<string | UnreadableFile> {
  try {
    const bytes = await files.read(path);
    return decodeUtf8(bytes) ?? { path, reason: 'notUtf8', detail: 'not UTF-8: save it as UTF-8 to have it read' };
  } catch (error) {
    return { path, reason: 'cannotRead', detail: errorText(error) };
  }
}
