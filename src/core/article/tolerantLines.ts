import { lineEnd, nextLine } from '../text/lineScan';
import type { TextRange } from '../text/textRange';
import { looseValue } from './looseValue';

/** One top-level field of front matter, read without a parser. */
export interface TolerantField {
  readonly key: string;
  readonly keyRange: TextRange;
  /** The value as written, quotes included; empty where there is none. */
  readonly valueRange: TextRange;
  /** Text, null where there is none, a list of texts, or a mapping of texts. */
  readonly value: unknown;
}

/** A title or description that is spread over more lines than this is no such thing. */
const mostContinuations = 8;
const keyLine = /^([ \t]*)(["']?)([\p{L}_][\p{L}\p{N}_.-]{0,62})\2[ \t]*([:：=])([ \t]*)/u;
const itemLine = /^[ \t]*-(?:[ \t]+|$)/;
/** The keys that may lack the space after their colon. */
const knownKey =
  /^(?:title|headline|date|published|created|updated|source|publisher|site|author|link|url|from|original|categor(?:y|ies)|tags?|layout|description|headimg|thumbnail|image|cover|comments)$/i;

interface Open {
  readonly key: string;
  readonly keyRange: TextRange;
  readonly valueStart: number;
  valueEnd: number;
  /** The value's lines; those after a blank line count only when another field follows. */
  readonly lines: string[];
  pending: string[];
  pendingEnd: number;
  readonly items: string[];
  readonly inner: Record<string, unknown>;
  hasInner: boolean;
}

/** The top-level fields of broken YAML, in their order, with ranges in `content`. Takes linear time. */
export function tolerantLines(content: string, language: 'yaml' | 'json' | 'toml'): readonly TolerantField[] {
  const fields: TolerantField[] = [];
  let open: Open | undefined;
  let margin = -1;
  for (let start = 0; start < content.length; ) {
    const end = lineEnd(content, start);
    const line = withoutComma(content.slice(start, end), language);
    const key = readKeyLine(line, language);
    if (key !== undefined && (margin < 0 || key.indent <= margin)) {
      if (open !== undefined) fields.push(closeField(open, true));
      if (margin < 0) margin = key.indent;
      open = openField(key, line, start);
    } else if (open !== undefined) {
      if (key !== undefined && open.lines.length === 0) addInner(open, key, line, end);
      else addLine(open, line, end);
    }
    start = nextLine(content, end);
  }
  if (open !== undefined) fields.push(closeField(open, false));
  return fields;
}

function withoutComma(line: string, language: string): string {
  return language === 'json' ? line.replace(/,[ \t]*$/, '') : line;
}

interface KeyLine {
  readonly indent: number;
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly valueStart: number;
}

function readKeyLine(line: string, language: 'yaml' | 'json' | 'toml'): KeyLine | undefined {
  const match = keyLine.exec(line);
  if (match === null) return undefined;
  const [whole, indent = '', quote = '', key = '', sign = '', space = ''] = match;
  if ((sign === '=') !== (language === 'toml')) return undefined;
  const plain = sign !== '：' && (language !== 'yaml' || space !== '' || whole.length === line.length);
  if (!plain && (!knownKey.test(key) || line.startsWith('/', whole.length))) return undefined;
  const keyStart = indent.length;
  return {
    indent: keyStart,
    key,
    keyStart,
    keyEnd: keyStart + key.length + 2 * quote.length,
    valueStart: whole.length,
  };
}

function openField(key: KeyLine, line: string, start: number): Open {
  const written = line.slice(key.valueStart).trimEnd();
  const valueStart = start + key.valueStart;
  return {
    key: key.key,
    keyRange: { start: start + key.keyStart, end: start + key.keyEnd },
    valueStart,
    valueEnd: valueStart + written.length,
    lines: written === '' ? [] : [written],
    pending: [],
    pendingEnd: valueStart,
    items: [],
    inner: Object.create(null),
    hasInner: false,
  };
}

function addInner(open: Open, key: KeyLine, line: string, end: number): void {
  const value = looseValue([line.slice(key.valueStart)], key.key);
  if (typeof value === 'string') open.inner[key.key] = value;
  open.hasInner = true;
  open.valueEnd = end;
}

function addLine(open: Open, line: string, end: number): void {
  const item = itemLine.exec(line);
  if (item !== null && open.lines.length === 0) {
    const value = looseValue([line.slice(item[0].length)], open.key);
    if (typeof value === 'string') open.items.push(value);
    open.valueEnd = end;
    return;
  }
  if (open.lines.length + open.pending.length > mostContinuations) return;
  const text = line.trim();
  if (/^-{3,}$/.test(text) || !(text === '' || /^\s/.test(line) || open.key === 'title' || isQuoteOpen(open.lines)))
    return;
  open.pending.push(text);
  if (text !== '') open.pendingEnd = end;
  // A line right below goes on with the value; what comes after a blank line may be the body already.
  if (!open.pending.includes('')) commit(open);
}

function isQuoteOpen(lines: readonly string[]): boolean {
  const quote = lines[0]?.charAt(0) ?? '';
  return (
    (quote === '"' || quote === "'") && !(lines.at(-1)?.endsWith(quote) && (lines.length > 1 || lines[0] !== quote))
  );
}

function commit(open: Open): void {
  if (open.pendingEnd > open.valueEnd) {
    open.lines.push(...open.pending.filter((line) => line !== ''));
    open.valueEnd = open.pendingEnd;
  }
  open.pending = [];
}

function closeField(open: Open, followed: boolean): TolerantField {
  if (followed) commit(open);
  const { key, keyRange, items, lines } = open;
  const value = items.length > 0 ? items : open.hasInner && lines.length === 0 ? open.inner : looseValue(lines, key);
  return {
    key,
    keyRange,
    valueRange: { start: open.valueStart, end: Math.max(open.valueStart, open.valueEnd) },
    value,
  };
}
