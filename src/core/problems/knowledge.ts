import type { SourceName } from '../article/sourceNames';
import type { ImageKnowledge } from '../images/articleWithImages';

export interface Duplicate {
  readonly path: string;
  readonly title: string;
  readonly because: 'link' | 'titleAndSource';
}

/** The date of an article whose file is beside another. */
export interface DateBeside {
  readonly path: string;
  /** Milliseconds since 1970. */
  readonly time: number;
}

/** What only fixes use and takes a process to find out: asked for when somebody looks at the fixes, never in a check. */
export type FixKnowledge = Pick<ArticleKnowledge, 'firstCommit'>;

/** What cannot be told from an article's own text. Plain and clonable; absent parts are not known. */
export interface ArticleKnowledge extends ImageKnowledge {
  /** The canonical source, where the article writes another name for it. */
  readonly canonicalSource?: SourceName;
  readonly duplicates?: readonly Duplicate[];
  /** Of an article whose date cannot be read: those of the files before and after it, where they are near each other. */
  readonly datesBeside?: readonly DateBeside[];
  /** When version control first knew of its file, in milliseconds since 1970. */
  readonly firstCommit?: number;
}
