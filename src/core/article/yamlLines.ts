import { isBlank, lineEnd, nextLine } from '../text/lineScan';

/** A key reaches no further than this: a longer start of a line is prose. */
const longestKey = 64;
const mostWords = 3;

/** Whether the line that starts here is `key:` at its margin, followed by white space or nothing. */
export function startsKey(text: string, start: number): boolean {
  const first = text.charCodeAt(start);
  // A key in quotes may hold spaces; a bare one may not, or any sentence with a colon would be a key.
  const quote = first === 34 || first === 39 ? first : 0;
  if (quote === 0 && !isKeyCode(first)) return false;
  for (let at = start + 1; at < start + longestKey; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) return endsKey(text, at + 1);
      if (isLineBreak(code)) return false;
    } else if (code === 58 || code === 32) {
      return endsKey(text, at);
    } else if (!isKeyCode(code) && code !== 45 && code !== 46) {
      return false;
    }
  }
  return false;
}

function endsKey(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 32) at++;
  if (text.charCodeAt(at) !== 58) return false;
  const after = text.charCodeAt(at + 1);
  return Number.isNaN(after) || after === 32 || after === 9 || isLineBreak(after);
}

function isLineBreak(code: number): boolean {
  return code === 10 || code === 13 || Number.isNaN(code);
}

/** Letters, digits and `_`; beyond ASCII all but punctuation of full width. */
function isKeyCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 95 ||
    (code > 0xbf && !(code >= 0x2000 && code <= 0x206f) && !(code >= 0x3000 && code <= 0x303f) && code < 0xff00)
  );
}

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
