import { diffArrays } from 'diff';
import type { TextEdit } from './textEdit';

/** Less than this is as well replaced at once. */
const shortest = 24;
/** Texts that differ in more have little in common, and comparing them takes long. */
const mostTokens = 200;

/** The edits that make one text of another, line by line and no longer than they must be. */
export function textChanges(before: string, after: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let at = 0;
  let removed = '';
  let added = '';
  const flush = (): void => {
    if (removed !== added) edits.push(...changesWithin(at - removed.length, removed, added));
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

/** The differences of lines that have something in common: a whole article may be one line. */
function changesWithin(start: number, removed: string, added: string): readonly TextEdit[] {
  const whole = trimmed(start, removed, added);
  const before = removed.slice(whole.range.start - start, whole.range.end - start);
  if (before.length < shortest || whole.text.length < shortest) return [whole];
  const parts = diffArrays(tokensOf(before), tokensOf(whole.text), { maxEditLength: mostTokens });
  if (parts === undefined) return [whole];
  const edits: { range: { start: number; end: number }; text: string }[] = [];
  let at = whole.range.start;
  let last: (typeof edits)[number] | undefined;
  for (const { value, added: isAdded, removed: isRemoved } of parts) {
    const text = value.join('');
    if (!isAdded && !isRemoved) {
      at += text.length;
      last = undefined;
      continue;
    }
    if (last === undefined) {
      last = { range: { start: at, end: at }, text: '' };
      edits.push(last);
    }
    if (isAdded) {
      last.text += text;
    } else {
      at += text.length;
      last.range.end = at;
    }
  }
  return edits;
}

/** Words, and all other signs one by one; what editors take for one sign is never cut. */
function tokensOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+|\r\n|[\s\S]/gu) ?? [];
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
