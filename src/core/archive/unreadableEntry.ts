import type { ArticleEntry, FileFault } from '../article/articleEntry';
import type { FileStamp } from '../host/archiveFiles';

/** A file that could not be read still has its place among the articles. */
export function unreadableEntry(stamp: FileStamp, fault: FileFault): ArticleEntry {
  const name = stamp.path.slice(stamp.path.lastIndexOf('/') + 1);
  return {
    path: stamp.path,
    size: stamp.size,
    mtime: stamp.mtime,
    title: name,
    titleFrom: 'fileName',
    date: { kind: 'missing' },
    categories: [],
    fault,
  };
}
