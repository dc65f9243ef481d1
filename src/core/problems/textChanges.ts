import { diffArrays } from 'diff';
import type { TextEdit } from './fix';

/** The edits that make one text of another, line by line and no longer than they must be. */
export function textChanges(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== added) edits.push(trimmed(at - removed.length, removed, added));
    removed = '';
    added = '';
  };
  for (const part of diffArrays(linesOf(before), linesOf(after))) {
    const text = part.value.join('');
    if (part.added) {
      added += text;
    } else if (part.removed) {
      removed += text;
      at += text.length;
    } else {
      flush();
      at += text.length;
    }
  }
  flush();
  return edits;
}

/** Each with its line break, which is part of what differs. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

/** Without what is the same at both ends. */
function trimmed(start: number, removed: string, added: string): TextEdit {
  const most = Math.min(removed.length, added.length);
  let head = 0;
  while (head < most && removed[head] === added[head]) head++;
  if (isInsidePair(removed, head) || isInsidePair(added, head)) head--;
  let tail = 0;
  while (tail < most - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  if (isInsidePair(removed, removed.length - tail) || isInsidePair(added, added.length - tail)) tail--;
  return {
    range: { start: start + head, end: start + removed.length - tail },
    text: added.slice(head, added.length - tail),
  };
}

/** Between the two halves of one character, or of one line break: editors do not edit there. */
function isInsidePair(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const before = text.charCodeAt(at - 1);
  return (before >= 0xd800 && before < 0xdc00) || (before === 13 && text.charCodeAt(at) === 10);
}
