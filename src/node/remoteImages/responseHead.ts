/** What answers is not HTTP, or not as it may be. */
export class NotHttp extends Error {
  override readonly name = 'NotHttp';
  /** What is wrong, or what was said instead: a few plain characters. */
  readonly code: string;

  constructor(code: string) {
    super(`This is no answer of HTTP: ${code}`);
    this.code = code;
  }
}

export interface ResponseHead {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether the connection stands for another request when the body has come. */
  readonly isKept: boolean;
}

/** The headers that may come in several lines that mean one list. */
const lists: ReadonlySet<string> = new Set(['connection', 'content-encoding', 'transfer-encoding', 'via']);
const statusLine = /^HTTP\/1\.([01]) +(\d{3})(?: |$)/;
const shownOfOthers = 40;

/** Reads the lines before a body, each a character a byte. Throws a `NotHttp`. */
export function readResponseHead(text: string): ResponseHead {
  const lines = text.split('\n');
  const [, minor, status] = statusLine.exec(withoutReturn(lines[0] ?? '')) ?? [];
  if (status === undefined) throw new NotHttp(shown(text));
  const headers: Record<string, string> = Object.create(null);
  let last: string | undefined;
  for (let index = 1; index < lines.length; index++) {
    const line = withoutReturn(lines[index] ?? '');
    if (line === '') continue;
    if (last !== undefined && (line.startsWith(' ') || line.startsWith('\t'))) {
      headers[last] = `${headers[last]} ${line.trim()}`;
      continue;
    }
    const colon = line.indexOf(':');
    if (colon < 1) throw new NotHttp(shown(line));
    last = line.slice(0, colon).trimEnd().toLowerCase();
    const value = line.slice(colon + 1).trim();
    const known = headers[last];
    if (known === undefined) headers[last] = value;
    else if (lists.has(last)) headers[last] = `${known}, ${value}`;
    else if (last === 'content-length' && known !== value) throw new NotHttp('Content-Length');
  }
  return { status: Number(status), headers, isKept: isKept(minor === '1', headers.connection) };
}

/** What stands at the beginning of an answer, as far as anybody can read it. */
export function shown(text: string): string {
  return /^[\x20-\x7e]*/.exec(text)?.[0].slice(0, shownOfOthers) || 'bytes';
}

function isKept(isOfToday: boolean, connection = ''): boolean {
  return isOfToday ? !/\bclose\b/i.test(connection) : /\bkeep-alive\b/i.test(connection);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
