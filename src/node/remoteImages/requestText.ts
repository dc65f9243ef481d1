import { HttpError, type HttpRequest } from '../../core/host/http';

/** What a header may hold. Anything else could end it and begin another. */
const plain = /^[\t\x20-\x7e\x80-\xff]*$/;

const written = new WeakMap<HttpRequest['headers'], string>();

/** A request as it is sent, each character a byte; `path` is the whole address for a proxy. */
export function requestText(
  { method, headers }: Pick<HttpRequest, 'method' | 'headers'>,
  host: string,
  path: string,
): string {
  return `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\n${linesOf(headers)}connection: keep-alive\r\n\r\n`;
}

/** Thousands of requests share theirs. */
function linesOf(headers: HttpRequest['headers']): string {
  const known = written.get(headers);
  if (known !== undefined) return known;
  let lines = '';
  for (const [name, value] of Object.entries(headers)) {
    if (!plain.test(value)) throw new HttpError({ kind: 'other', code: `header ${name}` });
    lines += `${name}: ${value}\r\n`;
  }
  written.set(headers, lines);
  return lines;
}
