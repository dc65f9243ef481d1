import type { Message } from './message';
import type { TextEdit } from './textEdit';

/** A file that a fix puts beside the article; the edits of the fix point to it. */
export interface NewFile {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Edits that remove a finding and touch nothing else. */
export interface Fix {
  /** Names the result, so that a person sees it before it is done. */
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  readonly files?: readonly NewFile[];
  /** The result may be wrong: a person must look at it, and fix all leaves it out. */
  readonly isGuess?: true;
}
