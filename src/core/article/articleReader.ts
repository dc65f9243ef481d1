import type { FileStamp } from '../host/archiveFiles';
import type { ArticleEntry, FileFault } from './articleEntry';
import type { MarkdownTrees } from './body/markdownTrees';
import type { ReadingRules } from './readingRules';

/**
 * How much of a file is read: `head` is its front matter (and more only where that lacks a title or a source),
 * `whole` adds the facts of the body.
 */
export type ReadingDepth = 'head' | 'whole';

/** A file that could not be read as an article at all. */
export interface UnreadableFile {
  readonly path: string;
  readonly reason: FileFault;
  /** What the system said, for a log. */
  readonly detail: string;
}

export interface ReadBatch {
  readonly articles: readonly ArticleEntry[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Turns texts into article entries: those of files in worker threads where there are any, else inline. */
export interface ArticleReader {
  read(files: readonly FileStamp[], depth: ReadingDepth, rules: ReadingRules, signal: AbortSignal): Promise<ReadBatch>;
  /** All of a text that is at hand, of an open document. `trees` remembers what was parsed of it. */
  readText(text: string, stamp: FileStamp, rules: ReadingRules, trees?: MarkdownTrees): Promise<ArticleEntry>;
}
