import type { TextRange } from './textRange';

const lineFeed = 10;
const carriageReturn = 13;

/** Where the text of the line at `start` ends, its line break not included. A lone CR ends a line too. */
export function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineFeed || code === carriageReturn) return at;
  }
  return text.length;
}

/** Where the line after the one that ends at `end` starts. */
export function nextLine(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === carriageReturn && text.charCodeAt(end + 1) === lineFeed ? end + 2 : end + 1;
}

export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

/** Whether there are only spaces and tabs from `start` to `end`. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isSpaceOrTab(text.charCodeAt(at))) return false;
  return true;
}

/** The lines of a part of a text, without their line breaks. */
export function linesOf(text: string, { start, end }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let at = start; at < end; ) {
    const stop = Math.min(lineEnd(text, at), end);
    lines.push({ start: at, end: stop });
    at = nextLine(text, stop);
  }
  return lines;
}
