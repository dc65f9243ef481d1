/** What the lines of a value mean to a person, quotes and escapes taken away. Null where they say nothing. */
export function looseValue(lines: readonly string[], key: string): string | readonly string[] | null {
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
