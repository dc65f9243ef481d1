import type { TextRange } from '../text/textRange';
import type { FieldPlace, ValuePlace, ValueStyle } from './fieldPlace';

/** The fields of YAML (`:`) or TOML (`=`) that start where the first of them does. */
export function lineFields(text: string, content: TextRange, separator: ':' | '='): readonly FieldPlace[] {
  const lines = linesOf(text, content);
  const margin = separator === ':' ? marginOf(text, lines) : '';
  const starts = lines.flatMap((line) => startOf(text, line, separator, margin) ?? []);
  return starts.map((start, index) => {
    const end = starts[index + 1]?.line.start ?? content.end;
    return fieldOf(text, start, end);
  });
}

interface FieldStart {
  readonly line: TextRange;
  readonly key: string;
  readonly keyRange: TextRange;
  readonly valueStart: number;
}

const keyPatterns = {
  ':': /(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)'|([^\s#"'\-[\]{},&*!|>%@`:][^\n\r]*?))[ \t]*:(?=[ \t]|[\r\n]|$)/y,
  '=': /(?:"((?:[^"\\]|\\.)*)"|'((?:[^'])*)'|([\w.-]+))[ \t]*=/y,
};

/** The white space before the fields, where all lines have some. */
function marginOf(text: string, lines: readonly TextRange[]): string {
  let first: string | undefined;
  for (const { start, end } of lines) {
    const margin = /^ */.exec(text.slice(start, Math.min(end, start + 100)))?.[0] ?? '';
    const sign = start + margin.length < end ? text[start + margin.length] : undefined;
    if (sign === undefined || sign === '#') continue;
    if (margin === '') return '';
    first ??= margin;
  }
  return first ?? '';
}

function startOf(text: string, line: TextRange, separator: ':' | '=', margin: string): FieldStart | undefined {
  if (!text.startsWith(margin, line.start)) return undefined;
  const pattern = keyPatterns[separator];
  pattern.lastIndex = line.start + margin.length;
  const match = pattern.exec(text);
  if (match === null || pattern.lastIndex > line.end) return undefined;
  const key = match[1] ?? match[2]?.replaceAll("''", "'") ?? match[3] ?? '';
  const written = match[0].slice(0, -1).trimEnd();
  const keyStart = line.start + margin.length;
  const keyRange = { start: keyStart, end: keyStart + written.length };
  return { line, key, keyRange, valueStart: pattern.lastIndex };
}

function fieldOf(text: string, start: FieldStart, end: number): FieldPlace {
  const whole = trimmed(text, { start: start.valueStart, end });
  const style = styleOf(text, whole, start.valueStart);
  const range = closedValue(text, whole, style) ?? withoutCommentLines(text, whole, style);
  const value = style === 'plain' ? withoutComment(text, range) : range;
  const { key, keyRange } = start;
  const lines = { start: start.line.start, end };
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

function linesOf(text: string, { start, end }: TextRange): readonly TextRange[] {
  const lines: TextRange[] = [];
  for (let at = start; at < end; ) {
    let stop = at;
    while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
    lines.push({ start: at, end: stop });
    at = text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 ? stop + 2 : stop + 1;
  }
  return lines;
}
