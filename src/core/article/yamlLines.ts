import { isBlank, lineEnd, nextLine } from '../text/lineScan';
import { startsKey } from './keyLines';

/** Between two fences more lines than these words alone are text between two thematic breaks. */
const mostWords = 3;

/** Whether an HTML tag or comment starts here. */
export function startsMarkup(text: string, start: number): boolean {
  return text.charCodeAt(start) === 60 && /^<(?:[a-z]|!--)/i.test(text.slice(start, start + 4));
}

/**
 * Whether the lines after a `---` are meant as front matter, and not as the text after a thematic break.
 * A pair of fences with nothing between counts as front matter that is empty.
 */
export function holdsKeys(text: string, from: number, to: number, emptyCounts: boolean): boolean {
  if (startsKey(text, from)) return true;
  let seen = 0;
  let lines = 0;
  let startsBlank = false;
  for (let start = from; start < to; ) {
    const end = lineEnd(text, start);
    const first = text.charCodeAt(start);
    lines++;
    if (isBlank(text, start, end)) {
      if (start === from) startsBlank = true;
    } else if (first !== 35) {
      seen++;
      const flow = seen === 1 && (first === 123 || (first === 45 && text.charCodeAt(start + 1) === 32 && !startsBlank));
      if (flow || startsKey(text, skipIndent(text, start))) return true;
      // Prose after a blank line is a paragraph, whatever the lines below it look like.
      if (startsBlank) return false;
    }
    start = nextLine(text, end);
  }
  // Words right between two fences are front matter gone wrong; text with blank lines in it stands between two breaks.
  return emptyCounts && (seen === 0 || (lines <= mostWords && lines === seen));
}

/** Where front matter that nobody closed ends: before the first line that cannot belong to it. */
export function unclosedEnd(text: string, from: number): number {
  let end = from;
  let afterBlank = false;
  for (let start = from; start < text.length; ) {
    const lineStop = lineEnd(text, start);
    const next = nextLine(text, lineStop);
    if (isBlank(text, start, lineStop)) {
      afterBlank = true;
    } else {
      if (!belongs(text, start, afterBlank)) break;
      afterBlank = false;
      end = next;
    }
    start = next;
  }
  return end;
}

function belongs(text: string, start: number, afterBlank: boolean): boolean {
  const first = text.charCodeAt(start);
  if (startsKey(text, start)) return !afterBlank || (first >= 97 && first <= 122);
  if (afterBlank) return false;
  // Without a blank line before it, a comment can only be told from a heading by what follows.
  if (first === 35) return startsKey(text, nextLine(text, lineEnd(text, start)));
  const indented = first === 32 || first === 9;
  return indented || (first === 45 && text.charCodeAt(start + 1) === 32);
}

function skipIndent(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}
