/** How a body is read. */
export type BodyKind = 'html' | 'markdown';

// A scheme (`<https:`) or an address (`<a@b>`) after the name makes it a Markdown autolink.
const tagAhead = /<(?:[a-z][^\s/<>:@]*(?=[\s/>])|\/[a-z]|!doctype\b)/iy;

/**
 * A body that starts with a tag is HTML as a whole: a Markdown parser would end it at the first blank line and
 * make code of what is indented after it. Comments before the first tag or word do not decide.
 */
export function bodyKind(text: string, start: number): BodyKind {
  let at = skipSpace(text, start);
  while (text.startsWith('<!--', at)) {
    const end = text.indexOf('-->', at + 4);
    if (end < 0) return 'html';
    at = skipSpace(text, end + 3);
  }
  tagAhead.lastIndex = at;
  return tagAhead.test(text) ? 'html' : 'markdown';
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && /[\s\uFEFF]/.test(text.charAt(at))) at++;
  return at;
}
