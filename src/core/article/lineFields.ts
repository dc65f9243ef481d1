import { linesOf } from '../text/lineScan';
import type { TextRange } from '../text/textRange';
import type { FieldPlace, ValuePlace, ValueStyle } from './fieldPlace';
import { type KeyHead, type KeyLine, keyLines } from './keyLines';

/** The keys of fields in their order, and where each field stands, which takes work: done for one that is asked for. */
export interface LineFields {
  readonly keys: readonly string[];
  readonly placeAt: (index: number) => FieldPlace | undefined;
}

/** The fields of YAML or TOML that start where the first of them does. */
export function lineFields(text: string, content: TextRange, language: 'yaml' | 'toml'): LineFields {
  const lines = keyLines(text, content, language);
  const margin = language === 'yaml' ? marginOf(lines) : 0;
  const starts = lines.flatMap(({ start, indent, head }) => (head && indent === margin ? [{ start, head }] : []));
  return {
    keys: starts.map(({ head }) => head.key),
    placeAt: (index) => {
      const field = starts[index];
      return field && fieldOf(text, field, starts[index + 1]?.start ?? content.end);
    },
  };
}

interface FieldStart {
  /** Of its first line. */
  readonly start: number;
  readonly head: KeyHead;
}

/** The white space before the fields, where all lines have some. */
function marginOf(lines: readonly KeyLine[]): number {
  const written = lines.filter(({ isBare }) => !isBare);
  return written.some(({ indent }) => indent === 0) ? 0 : (written[0]?.indent ?? 0);
}

function fieldOf(text: string, { start, head }: FieldStart, end: number): FieldPlace {
  const valueStart = head.separator.start + 1;
  const whole = trimmed(text, { start: valueStart, end });
  const style = styleOf(text, whole, valueStart);
  const range = closedValue(text, whole, style) ?? withoutCommentLines(text, whole, style);
  const value = style === 'plain' ? withoutComment(text, range) : range;
  const { key, keyRange } = head;
  const lines = { start, end };
  const items = style === 'list' ? blockItems(text, value) : style === 'flow' ? flowItems(text, value) : [];
  return { key, keyRange, range: value, inner: innerOf(text, value), style, items, lines };
}

function styleOf(text: string, { start, end }: TextRange, valueStart: number): ValueStyle {
  if (start === end) return 'empty';
  switch (text[start]) {
    case "'":
      return 'single';
    case '"':
      return 'double';
    case '|':
    case '>':
      return 'block';
    case '[':
    case '{':
      return 'flow';
    case '-':
      if (/[ \t\r\n]/.test(text[start + 1] ?? '\n')) return 'list';
      break;
  }
  const onNextLine = /[\r\n]/.test(text.slice(valueStart, start));
  return onNextLine && /^[^\r\n]*:(?:[ \t\r\n]|$)/.test(text.slice(start, end)) ? 'mapping' : 'plain';
}

/** Quotes that belong to a scalar are no part of what it says. */
export function innerOf(text: string, { start, end }: TextRange): TextRange {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function blockItems(text: string, value: TextRange): readonly ValuePlace[] {
  return linesOf(text, value).flatMap((line) => {
    const dash = /^[ \t]*-[ \t]+/.exec(text.slice(line.start, line.end))?.[0];
    return dash === undefined ? [] : [placeOf(text, { start: line.start + dash.length, end: line.end })];
  });
}

function flowItems(text: string, value: TextRange): readonly ValuePlace[] {
  if (text[value.start] !== '[') return [];
  const end = text[value.end - 1] === ']' ? value.end - 1 : value.end;
  const items: ValuePlace[] = [];
  const item = /[ \t\r\n]*("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^,\][{}]*)[ \t\r\n]*(?:,|$)/y;
  const list = text.slice(value.start + 1, end);
  while (item.lastIndex < list.length) {
    const at = item.lastIndex;
    const match = item.exec(list);
    if (match === null) return items;
    const start = value.start + 1 + at + match[0].indexOf(match[1] ?? '');
    const range = { start, end: start + (match[1] ?? '').trimEnd().length };
    if (range.end > range.start) items.push({ range, inner: innerOf(text, range) });
  }
  return items;
}

function placeOf(text: string, line: TextRange): ValuePlace {
  const whole = trimmed(text, line);
  const quoted = text[whole.start] === '"' || text[whole.start] === "'";
  const range = quoted ? whole : withoutComment(text, whole);
  return { range, inner: innerOf(text, range) };
}

function withoutComment(text: string, { start, end }: TextRange): TextRange {
  const line = text.slice(start, end);
  const comment = line.startsWith('#') ? 0 : line.search(/[ \t]#/);
  const firstBreak = line.search(/[\r\n]/);
  if (comment === -1 || (firstBreak !== -1 && firstBreak < comment)) return { start, end };
  return trimmed(text, { start, end: start + comment });
}

/** Without the comments between this field and the next; in a block of text only those at the margin are comments. */
function withoutCommentLines(text: string, { start, end }: TextRange, style: ValueStyle): TextRange {
  // A text in quotes may have a line like a comment; what ends with its quote ends there.
  if ((style === 'single' || style === 'double') && text[end - 1] === text[start]) return { start, end };
  let last = end;
  for (;;) {
    let lineStart = last;
    while (lineStart > start && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') lineStart--;
    if (lineStart === start) return { start, end: last };
    let sign = lineStart;
    while (style !== 'block' && sign < last && (text[sign] === ' ' || text[sign] === '\t')) sign++;
    if (text[sign] !== '#') return { start, end: last };
    last = trimmed(text, { start, end: lineStart }).end;
  }
}

const closed: Partial<Record<ValueStyle, RegExp>> = {
  single: /^'(?:[^']|'')*'/,
  double: /^"(?:[^"\\]|\\.)*"/s,
  flow: /^[[{](?:[^[\]{}"']|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')*[\]}]/s,
};
const onlyComments = /^(?:[ \t]+#[^\r\n]*|[ \t]*)(?:[\r\n]+[ \t]*(?:#[^\r\n]*)?)*$/;

/** What quotes or brackets hold, where nothing but comments is behind them. */
function closedValue(text: string, { start, end }: TextRange, style: ValueStyle): TextRange | undefined {
  const written = text.slice(start, end);
  const value = written.includes('#') ? closed[style]?.exec(written)?.[0] : undefined;
  const isWhole = value !== undefined && onlyComments.test(written.slice(value.length));
  return isWhole ? { start, end: start + value.length } : undefined;
}

function trimmed(text: string, { start, end }: TextRange): TextRange {
  let first = start;
  let last = end;
  while (first < last && isWhite(text.charCodeAt(first))) first++;
  while (last > first && isWhite(text.charCodeAt(last - 1))) last--;
  // An empty value stands right behind its key, not on the line below.
  return first === last ? { start: Math.min(start, end), end: Math.min(start, end) } : { start: first, end: last };
}

function isWhite(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
