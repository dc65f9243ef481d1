import type { TextRange } from './textRange';

export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

export function insert(at: number, text: string): TextEdit {
  return { range: { start: at, end: at }, text };
}

export function remove(start: number, end: number): TextEdit {
  return { range: { start, end }, text: '' };
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
