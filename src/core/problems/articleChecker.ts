import type { UnreadableFile } from '../article/articleReader';
import type { Body } from '../article/body/body';
import type { FileStamp } from '../host/archiveFiles';
import type { RemoteImage } from '../images/remote/remoteImage';
import type { ArticleFixes } from './articleFixes';
import type { CheckSettings } from './checkSettings';
import type { FixSelection } from './fixAll';
import type { ArticleKnowledge } from './knowledge';
import type { Problem } from './problem';

/** The problems of one article as its file stands on disk. */
export interface CheckedFile {
  readonly path: string;
  readonly problems: readonly Problem[];
  /** Files of the archive that the article shows as images, there or not: when one comes or goes, it is checked again. */
  readonly localPaths: readonly string[];
  /** Only where they were asked for. */
  readonly remoteImages?: readonly RemoteImage[];
}

/** The problems of a text, and what was read of it for them. */
export interface CheckedText extends CheckedFile {
  readonly body: Body;
}

export interface CheckedBatch {
  readonly articles: readonly CheckedFile[];
  readonly unreadable: readonly UnreadableFile[];
}

/** What would change in articles. Those with nothing to fix are left out. */
export interface FixedBatch {
  readonly articles: readonly ArticleFixes[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Checks articles from their files: in worker threads where there are any, else inline. */
export interface ArticleChecker {
  /** With `remoteImages` tells the remote images of the articles too. */
  check(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    remoteImages?: boolean,
  ): Promise<CheckedBatch>;

  /** Checks the text that an editor has of an article, in another thread; absent where there is none. */
  checkText?(
    text: string,
    path: string,
    settings: CheckSettings,
    knowledge: ArticleKnowledge,
    remoteImages: boolean,
  ): Promise<CheckedText>;

  /** What all fixes that do not guess would change. Writes nothing. */
  fix(
    files: readonly FileStamp[],
    settings: CheckSettings,
    knowledge: ReadonlyMap<string, ArticleKnowledge>,
    signal: AbortSignal,
    selection?: FixSelection,
  ): Promise<FixedBatch>;
}
