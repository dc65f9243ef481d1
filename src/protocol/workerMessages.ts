import type { ReadingDepth, UnreadableFile } from '../core/article/articleReader';
import type { ReadingRules } from '../core/article/readingRules';
import type { FileStamp, FoundPaths } from '../core/host/archiveFiles';
import type { PreparationOptions } from '../core/preview/preparationOptions';
import type { PreparedArticle } from '../core/preview/preparedArticle';
import type { CheckedText } from '../core/problems/articleChecker';
import type { ArticleFixes } from '../core/problems/articleFixes';
import type { CheckDetail, DetailedFile } from '../core/problems/detailedFile';
import type { FixSelection } from '../core/problems/fixAll';
import type { ArticleKnowledge } from '../core/problems/knowledge';
import type { PathFilter } from '../core/text/pathFilter';

/** What a parse worker is asked to do. It does one job at a time. */
export type WorkerJob =
  | {
      readonly kind: 'read';
      readonly root: string;
      readonly files: readonly FileStamp[];
      readonly depth: ReadingDepth;
      readonly rules: ReadingRules;
    }
  | {
      readonly kind: 'check';
      readonly root: string;
      readonly files: readonly FileStamp[];
      /** `CheckSettings` as JSON: jobs with the same text share what is made of them. */
      readonly settings: string;
      /** By paths; articles of which nothing is known are left out. */
      readonly knowledge: readonly (readonly [path: string, knowledge: ArticleKnowledge])[];
      readonly detail: CheckDetail;
    }
  | {
      readonly kind: 'fix';
      readonly root: string;
      readonly files: readonly FileStamp[];
      /** As for a check. */
      readonly settings: string;
      readonly knowledge: readonly (readonly [path: string, knowledge: ArticleKnowledge])[];
      readonly selection?: FixSelection;
    }
  /** The text of one article that an editor has, instead of its file. */
  | { readonly kind: 'readText'; readonly text: string; readonly stamp: FileStamp; readonly rules: ReadingRules }
  | {
      readonly kind: 'checkText';
      readonly root: string;
      readonly path: string;
      readonly text: string;
      /** As for a check. */
      readonly settings: string;
      readonly knowledge: ArticleKnowledge;
      readonly detail: CheckDetail;
    }
  /** The text of one article, which may be in no file. */
  | { readonly kind: 'prepare'; readonly text: string; readonly options: PreparationOptions }
  | { readonly kind: 'list'; readonly root: string; readonly folder: string; readonly filter: PathFilter }
  | { readonly kind: 'stat'; readonly root: string; readonly paths: readonly string[] };

/** `stop` ends the job under way early; it still answers with `done`. */
export type HostToWorker = WorkerJob | { readonly kind: 'stop' };

/** A part of a job's result, sent as soon as it is there. */
export type WorkerPart =
  /** `packed` is read by an `EntryUnpacker`. */
  | { readonly kind: 'articles'; readonly packed: string; readonly unreadable: readonly UnreadableFile[] }
  | {
      readonly kind: 'checked';
      readonly articles: readonly DetailedFile[];
      /** Read by an `EntryUnpacker`; empty where no entries were asked for. */
      readonly packed: string;
      readonly unreadable: readonly UnreadableFile[];
    }
  | { readonly kind: 'checkedText'; readonly article: CheckedText }
  | {
      readonly kind: 'fixes';
      readonly articles: readonly ArticleFixes[];
      readonly unreadable: readonly UnreadableFile[];
    }
  | { readonly kind: 'prepared'; readonly article: PreparedArticle }
  | { readonly kind: 'stamps'; readonly stamps: readonly FileStamp[] }
  | ({ readonly kind: 'found' } & FoundPaths)
  /** Something that could not be looked at and was passed over. */
  | { readonly kind: 'trouble'; readonly message: string };

export type WorkerToHost =
  | { readonly kind: 'ready' }
  | WorkerPart
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
