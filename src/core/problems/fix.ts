import type { TextRange } from '../article/textRange';
import type { Message } from './message';

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

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

/** The text with all edits done. They must not overlap; of two that do, the later one is left out. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of [...edits].sort(byPlace)) {
    if (range.start < at) continue;
    result += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return result + text.slice(at);
}

function byPlace(a: TextEdit, b: TextEdit): number {
  return a.range.start - b.range.start || a.range.end - b.range.end;
}
