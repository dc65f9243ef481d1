// One is a pair of marks in one block; a million of them take about 40 milliseconds.
const tooMuch = 16_000_000;
const perPairOfUnderlines = 4;
const perMark = 200;

const blank = /[ \t\r]*(?:\n|$)/y;
const blockStart = /[ \t]*(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]/y;
const underline = /[ \t]*(?:=+|-+)[ \t\r]*(?:\n|$)/y;
const deep = /(?:[ \t]*(?:[-*+][ \t]|>|\d{1,9}[.)][ \t])){100}/y;

/**
 * Whether a Markdown parser would take too long: it looks back from each mark to those before it in its block, and
 * again and again at underlined headings and at containers that open in one line.
 */
export function markdownTooCostly(text: string, start: number): boolean {
  let cost = 0;
  let marks = 0;
  let underlines = 0;
  for (let at = start; at < text.length; ) {
    if (isAt(deep, text, at)) return true;
    if (isAt(underline, text, at)) underlines++;
    if (isAt(blank, text, at) || isAt(blockStart, text, at)) {
      cost += marks * marks + marks * perMark;
      marks = 0;
    }
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    marks += marksIn(text, at, end);
    at = end + 1;
  }
  cost += marks * marks + marks * perMark + underlines * underlines * perPairOfUnderlines;
  return cost > tooMuch;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function marksIn(text: string, start: number, end: number): number {
  let marks = 0;
  for (let at = start; at < end; at++) {
    switch (text.charCodeAt(at)) {
      case 0x2a: // *
      case 0x5f: // _
      case 0x5b: // [
      case 0x5d: // ]
        marks++;
        break;
      case 0x3c: // <: what may be a comment is sought to the end of its block
        marks += text[at + 1] === '!' || text[at + 1] === '?' ? 3 : 1;
        break;
    }
  }
  return marks;
}
