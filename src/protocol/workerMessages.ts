import type { PathFilter } from '../core/archive/pathFilter';
import type { ReadingRules } from '../core/article/readingRules';
import type { FileStamp, FoundPaths } from '../core/host/archiveFiles';
import type { ReadingDepth, UnreadableFile } from '../core/host/articleReader';

/** What a parse worker is asked to do. It does one job at a time. */
export type WorkerJob =
  | {
      readonly kind: 'read';
      readonly root: string;
      readonly files: readonly FileStamp[];
      readonly depth: ReadingDepth;
      readonly rules: ReadingRules;
    }
  | { readonly kind: 'list'; readonly root: string; readonly folder: string; readonly filter: PathFilter }
  | { readonly kind: 'stat'; readonly root: string; readonly paths: readonly string[] };

/** `stop` ends the job under way early; it still answers with `done`. */
export type HostToWorker = WorkerJob | { readonly kind: 'stop' };

/** A part of a job's result, sent as soon as it is there. */
export type WorkerPart =
  /** `packed` is read by an `EntryUnpacker`. */
  | { readonly kind: 'articles'; readonly packed: string; readonly unreadable: readonly UnreadableFile[] }
  | { readonly kind: 'stamps'; readonly stamps: readonly FileStamp[] }
  | ({ readonly kind: 'found' } & FoundPaths)
  /** Something that could not be looked at and was passed over. */
  | { readonly kind: 'trouble'; readonly message: string };

export type WorkerToHost =
  | { readonly kind: 'ready' }
  | WorkerPart
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly message: string };
