import type { TextRange } from '../../text/textRange';

/** What may go on behind a blank line: some HTML, until its end is written. */
const openEnded = /^ {0,3}<(?:(script|pre|style|textarea)(?=[\s>]|$)|(!--)|(\?)|(!\[CDATA\[)|(![a-z]))/i;
const fence = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/;
const htmlLine = /^[ \t>]*</m;
const fenceLine = /^[ \t>*+\-\d.)]*(?:```|~~~)/m;
/** A line that is part of nothing before the blank line above it: no list goes on with it, nor indented code. */
const fresh = /^[^\s\d*+\-=>]/;

/**
 * Cuts Markdown where a parser would begin anew anyway, so that each piece means by itself what it means in the whole.
 * In doubt it is not cut.
 */
export function markdownPieces(markdown: string): readonly TextRange[] {
  const whole = [{ start: 0, end: markdown.length }];
  // A definition counts everywhere; a lone `\r` is a line break that is not looked for here.
  if (markdown.includes(']:') || /\r(?!\n)/.test(markdown)) return whole;
  const hasFences = fenceLine.test(markdown);
  if (hasFences && htmlLine.test(markdown)) return whole;
  const pieces: TextRange[] = [];
  let start = 0;
  let afterBlank = false;
  let openFence = '';
  for (let at = 0; at < markdown.length; ) {
    const feed = markdown.indexOf('\n', at);
    const next = feed === -1 ? markdown.length : feed + 1;
    const line = markdown.slice(at, next).trimEnd();
    if (openFence !== '') {
      if (closes(line, openFence)) openFence = '';
      afterBlank = false;
      at = next;
      continue;
    }
    if (afterBlank && at > start && fresh.test(line)) {
      pieces.push({ start, end: at });
      start = at;
    }
    afterBlank = line === '';
    openFence = hasFences ? fenceOf(line) : '';
    const html = line.includes('<') ? openEnded.exec(line) : null;
    at = html === null ? next : Math.max(next, lineAfter(markdown, endOf(markdown, at, html)));
  }
  pieces.push({ start, end: markdown.length });
  return pieces;
}

function fenceOf(line: string): string {
  const [, backticks, tildes] = fence.exec(line) ?? [];
  return backticks ?? tildes ?? '';
}

function closes(line: string, open: string): boolean {
  const marks = line.trimStart();
  return line.length - marks.length < 4 && marks.length >= open.length && marks === open.charAt(0).repeat(marks.length);
}

function endOf(markdown: string, at: number, [, tag, comment, instruction, data]: RegExpExecArray): number {
  if (tag !== undefined) {
    const end = /<\/(?:script|pre|style|textarea)>/gi;
    end.lastIndex = at;
    return end.exec(markdown)?.index ?? -1;
  }
  const end = comment !== undefined ? '-->' : instruction !== undefined ? '?>' : data !== undefined ? ']]>' : '>';
  return markdown.indexOf(end, at);
}

function lineAfter(markdown: string, offset: number): number {
  const feed = offset === -1 ? -1 : markdown.indexOf('\n', offset);
  return feed === -1 ? markdown.length : feed + 1;
}
