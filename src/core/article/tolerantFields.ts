import { isKnownKey, isWordKey, type KeyHead, type KeyLanguage, type KeyLine, keyLines } from './keyLines';

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

/** What the lines of a value mean to a person, quotes and escapes taken away. Null where they say nothing. */
function looseValue(lines: readonly string[], key: string): string | readonly string[] | null {
  const [first = '', ...rest] = lines;
  // The sign of a block scalar stands alone on the line of the key.
  const joined = (/^[|>][+-]?\d?$/.test(first.trim()) ? rest : lines).join(' ').trim();
  const flow = /^\[(.*)\]$/s.exec(joined);
  if (flow !== null && key !== 'title') {
    return (flow[1] ?? '')
      .split(',')
      .map((item) => unquote(item.trim()))
      .filter((item) => item !== '');
  }
  // In a title a `#` is far more often meant than a comment.
  const text = unquote(key === 'title' ? joined : withoutComment(joined));
  return text === '' ? null : text;
}

function withoutComment(text: string): string {
  if (text.startsWith('#')) return '';
  const at = text.indexOf(' #');
  return at < 0 || text.startsWith('"') || text.startsWith("'") ? text : text.slice(0, at).trimEnd();
}

function unquote(written: string): string {
  let text = written;
  const outer = text.charAt(0);
  if (!isQuote(outer)) return text;
  // One text with a comment behind it.
  const commented = /^(?:'((?:[^']|'')*)'|"([^"\\]*)")\s+#/.exec(text);
  if (commented !== null) return commented[1]?.replaceAll("''", "'") ?? commented[2] ?? '';
  let pairs = 0;
  while (text.length > 1 && isQuote(text.charAt(0)) && text.endsWith(text.charAt(0))) {
    text = text.slice(1, -1).trim();
    pairs++;
  }
  // A quote that opens and never closes is a slip; one that closes within the text belongs to it.
  if (pairs === 0) return text.indexOf(outer, 1) < 0 ? text.slice(1).trimStart() : text;
  if (text === "'" || text === '"') return '';
  return outer === "'" ? text.replaceAll("''", "'") : text.replaceAll('\\"', '"').replaceAll('\\\\', '\\');
}

function isQuote(sign: string): boolean {
  return sign === "'" || sign === '"';
}
