import type { ArticleEntry } from '../article/articleEntry';
import type { ArticleReader, ReadBatch, ReadingDepth, UnreadableFile } from '../article/articleReader';
import type { MarkdownTrees } from '../article/body/markdownTrees';
import { readArticle } from '../article/readArticle';
import type { ReadingRules } from '../article/readingRules';
import type { ArchiveFiles, FileStamp } from '../host/archiveFiles';
import { TimeSlice } from '../text/timeSlice';
import { articleDocument } from './articleDocument';
import { EntryUnpacker, packEntries } from './packedEntries';

const readsAtOnce = 16;

/** Reads articles on this thread, where there are no workers or too little to do for them. */
export class InlineArticleReader implements ArticleReader {
  readonly #files: ArchiveFiles;
  readonly #unpacker = new EntryUnpacker();

  constructor(files: ArchiveFiles) {
    this.#files = files;
  }

  async read(
    files: readonly FileStamp[],
    depth: ReadingDepth,
    rules: ReadingRules,
    signal: AbortSignal,
  ): Promise<ReadBatch> {
    const articles: ArticleEntry[] = [];
    const unreadable: UnreadableFile[] = [];
    const slice = new TimeSlice(signal);
    const queue = files.values();
    const readInTurn = async (): Promise<void> => {
      for (const stamp of queue) {
        signal.throwIfAborted();
        const text = await articleDocument(this.#files, stamp.path);
        await slice.yield();
        if (typeof text === 'string') articles.push(readArticle(text, stamp, depth, rules));
        else unreadable.push(text);
      }
    };
    await Promise.all(Array.from({ length: readsAtOnce }, readInTurn));
    return { articles: this.#withOwnTexts(articles), unreadable };
  }

  async readText(text: string, stamp: FileStamp, rules: ReadingRules, trees?: MarkdownTrees): Promise<ArticleEntry> {
    return readArticle(text, stamp, 'whole', rules, trees);
  }

  /** A substring keeps the whole text it was cut from in memory; a copy does not. */
  #withOwnTexts(articles: readonly ArticleEntry[]): readonly ArticleEntry[] {
    return this.#unpacker.unpack(packEntries(articles)) ?? articles;
  }
}
