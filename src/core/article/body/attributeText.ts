import { Tokenizer } from 'htmlparser2';
import type { TextRange } from '../../text/textRange';
import { silentTokens } from './silentTokens';

const dataUriKept = 64;

/**
 * The same text without hold on the document it was cut from: a slice keeps the whole of its origin in memory.
 */
export function detached(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}

/** `range` without white space and control characters at its ends. */
export function trimmed(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && text.charCodeAt(start) <= 0x20) start++;
  while (end > start && text.charCodeAt(end - 1) <= 0x20) end--;
  return { start, end };
}

/** The address written at `range` of an attribute, as a browser would use it. */
export function attributeUrl(text: string, range: TextRange): string {
  // Entities make text shorter by at most a factor of ten or so: enough is decoded to fill what is kept.
  const end = isDataUri(text, range.start) ? Math.min(range.end, range.start + dataUriKept * 12) : range.end;
  return asBrowserUrl(decodeAttribute(text.slice(range.start, end)));
}

/** An address as a browser would use it: trimmed, no line breaks and tabs; a `data:` URI cut short. */
export function asBrowserUrl(decoded: string): string {
  const kept = isDataUri(decoded, 0) ? decoded.slice(0, dataUriKept * 2) : decoded;
  const clean = kept.replace(/^[\0-\x20]+|[\t\n\r]+/g, '');
  const { end } = trimmed(clean, { start: 0, end: clean.length });
  return detached(clean.slice(0, isDataUri(clean, 0) ? Math.min(end, dataUriKept) : end));
}

function isDataUri(text: string, start: number): boolean {
  return (text.charCodeAt(start) | 0x20) === 0x64 && text.slice(start, start + 5).toLowerCase() === 'data:';
}

/** The value of an attribute from how it is written: entities decoded by the rules for attributes, line ends as LF. */
export function decodeAttribute(written: string): string {
  const raw = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  if (!raw.includes('&')) return raw;
  if (!/&(?!amp;)/.test(raw)) return raw.replaceAll('&amp;', '&');
  const quote = !raw.includes('"') ? '"' : !raw.includes("'") ? "'" : '';
  const tag = `<a b=${quote}${raw}${quote}>`;
  let value = '';
  const tokenizer = new Tokenizer(
    {},
    {
      ...silentTokens,
      onattribdata: (start, end) => {
        value += tag.slice(start, end);
      },
      onattribentity: (codePoint) => {
        value += String.fromCodePoint(codePoint);
      },
    },
  );
  tokenizer.write(tag);
  tokenizer.end();
  return value;
}
