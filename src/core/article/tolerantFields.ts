import { isKnownKey, isWordKey, type KeyHead, type KeyLanguage, type KeyLine, keyLines } from './keyLines';
import { looseValue } from './looseValue';

/** A title or description that is spread over more lines than this is no such thing. */
const mostContinuations = 8;
const itemLine = /^[ \t]*-(?:[ \t]+|$)/;

/** A field that more lines may belong to. */
interface Open {
  readonly key: string;
  readonly lines: string[];
  /** Those after a blank line count only when another field follows. */
  pending: string[];
  readonly items: string[];
  readonly inner: Record<string, unknown>;
  hasInner: boolean;
}

/**
 * Reads broken front matter line by line, as a person would read it: of each top-level field a text, null where there is none,
 * a list of texts, or a mapping of texts. Takes linear time.
 */
export function tolerantFields(content: string, language: KeyLanguage): Record<string, unknown> {
  const data: Record<string, unknown> = Object.create(null);
  const close = (open: Open): void => {
    // Of a field that is there twice the first counts that says something.
    if ((data[open.key] ?? null) === null) data[open.key] = valueOfField(open);
  };
  let open: Open | undefined;
  let margin = Number.POSITIVE_INFINITY;
  for (const line of keyLines(content, { start: 0, end: content.length }, language)) {
    const written = withoutComma(content.slice(line.start, line.end), language);
    const head = headOf(content, line);
    if (head !== undefined && line.indent <= margin) {
      if (open !== undefined) {
        commit(open);
        close(open);
      }
      if (margin === Number.POSITIVE_INFINITY) margin = line.indent;
      open = openField(head.key, written.slice(head.separator.end - line.start).trimEnd());
    } else if (open !== undefined) {
      if (head !== undefined && open.lines.length === 0) {
        addInner(open, head.key, written.slice(head.separator.end - line.start));
      } else addLine(open, written);
    }
  }
  if (open !== undefined) close(open);
  return data;
}

/** The key of a line, unless the line may as well be prose. */
function headOf(content: string, { meant }: KeyLine): KeyHead | undefined {
  if (meant === undefined || !isWordKey(meant)) return undefined;
  if (meant.form === 'exact') return meant;
  return isKnownKey(meant.key) && content[meant.separator.end] !== '/' ? meant : undefined;
}

function withoutComma(line: string, language: KeyLanguage): string {
  return language === 'json' ? line.replace(/,[ \t]*$/, '') : line;
}

function openField(key: string, written: string): Open {
  const lines = written === '' ? [] : [written];
  return { key, lines, pending: [], items: [], inner: Object.create(null), hasInner: false };
}

function addInner(open: Open, key: string, written: string): void {
  const value = looseValue([written], key);
  if (typeof value === 'string') open.inner[key] = value;
  open.hasInner = true;
}

function addLine(open: Open, line: string): void {
  const item = itemLine.exec(line);
  if (item !== null && open.lines.length === 0) {
    const value = looseValue([line.slice(item[0].length)], open.key);
    if (typeof value === 'string') open.items.push(value);
    return;
  }
  if (open.lines.length + open.pending.length > mostContinuations) return;
  const text = line.trim();
  if (/^-{3,}$/.test(text) || !(text === '' || /^\s/.test(line) || open.key === 'title' || isQuoteOpen(open.lines)))
    return;
  open.pending.push(text);
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
  open.lines.push(...open.pending.filter((line) => line !== ''));
  open.pending = [];
}

function valueOfField({ key, items, lines, inner, hasInner }: Open): unknown {
  if (items.length > 0) return items;
  return hasInner && lines.length === 0 ? inner : looseValue(lines, key);
}
