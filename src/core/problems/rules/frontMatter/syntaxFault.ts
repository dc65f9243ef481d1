import { shortened } from '../../../article/shortened';
import type { Fix } from '../../../text/fix';
import type { Message } from '../../../text/message';
import { applyEdits, type TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';

/** One place where front matter is not what its language allows, with what would mend it. The best fix comes first. */
export interface SyntaxFault {
  readonly range: TextRange;
  readonly message: Message;
  readonly fixes: readonly Fix[];
}

/** A fault found in a piece of text, as one of the text that the piece was cut from. */
export function movedFault(fault: SyntaxFault, by: number): SyntaxFault {
  return {
    ...fault,
    range: movedRange(fault.range, by),
    fixes: fault.fixes.map((fix) => ({ ...fix, edits: movedEdits(fix.edits, by) })),
  };
}

export function movedEdits(edits: readonly TextEdit[], by: number): readonly TextEdit[] {
  return edits.map(({ range, text }) => ({ range: movedRange(range, by), text }));
}

export function movedRange({ start, end }: TextRange, by: number): TextRange {
  return { start: start + by, end: end + by };
}

/** The text after the best fix of each fault. */
export function mendedText(text: string, faults: readonly SyntaxFault[]): string {
  return applyEdits(
    text,
    faults.flatMap(({ fixes }) => fixes[0]?.edits ?? []),
  );
}

/** A fault whose fixes may be wrong altogether, as they leave something broken behind them. */
export function doubtful(fault: SyntaxFault): SyntaxFault {
  return { ...fault, fixes: fault.fixes.map((fix) => ({ ...fix, isGuess: true })) };
}

/** The one edit that makes a text out of another: what both start and end with stays. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { range: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}

/** What a fix title can hold of a value. */
export function inTitle(text: string): string {
  return shortened(text.replace(/\s+/g, ' '), 80);
}
