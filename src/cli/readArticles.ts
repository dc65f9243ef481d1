import { ArchiveIndex } from '../core/archive/archiveIndex';
import { Limit } from '../core/archive/limit';
import type { ReadingDepth, UnreadableFile } from '../core/article/articleReader';
import type { OpenArchive } from './openArchive';

export interface ReadArticles {
  readonly index: ArchiveIndex;
  readonly unreadable: readonly UnreadableFile[];
}

/** Reads all articles of an archive. */
export async function readArticles(
  { files, reader, config }: OpenArchive,
  depth: ReadingDepth,
  signal: AbortSignal,
): Promise<ReadArticles> {
  const index = new ArchiveIndex();
  const unreadable: UnreadableFile[] = [];
  const reads = new Limit(4);
  for await (const batch of files.list(config.filter, '', signal)) {
    await reads.add(async () => {
      const read = await reader.read(batch, depth, config.rules, signal);
      index.apply(read.articles);
      unreadable.push(...read.unreadable);
    });
  }
  await reads.idle();
  return { index, unreadable };
}
