import type { ArticleEntry, FileFault } from '../article/articleEntry';
import type { ArticleReader, ReadingDepth } from '../article/articleReader';
import type { ReadingRules } from '../article/readingRules';
import type { FileStamp } from '../host/archiveFiles';
import type { Log } from '../host/log';

/** An entry for every file that was read, and for every one that could not be. Rejects when aborted. */
export async function readEntries(
  { reader, log }: { readonly reader: ArticleReader; readonly log: Log },
  files: readonly FileStamp[],
  depth: ReadingDepth,
  rules: ReadingRules,
  signal: AbortSignal,
): Promise<readonly ArticleEntry[]> {
  signal.throwIfAborted();
  if (files.length === 0) return [];
  const { articles, unreadable } = await reader.read(files, depth, rules, signal);
  signal.throwIfAborted();
  if (unreadable.length === 0) return articles;
  const stamps = new Map(files.map((stamp) => [stamp.path, stamp]));
  const faulty = unreadable.flatMap((file) => {
    log.warn(`${file.path}: ${file.detail}`);
    const stamp = stamps.get(file.path);
    return stamp === undefined ? [] : [unreadableEntry(stamp, file.reason)];
  });
  return [...articles, ...faulty];
}

/** A file that could not be read still has its place among the articles. */
function unreadableEntry(stamp: FileStamp, fault: FileFault): ArticleEntry {
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
