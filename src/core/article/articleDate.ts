import type { ArticleDate } from './articleEntry';
import type { CalendarTime } from './calendarTime';
import { readChineseDate, readEnglishDate, readNumericDate, readUnixTime } from './dateForms';
import { collapse, nameText } from './fieldValue';
import { readPathDate } from './pathDate';
import { instantOf } from './zoneOffset';

/** An instant, and whether a time of day was said. */
export interface ReadDate {
  readonly time: number;
  readonly precision: 'day' | 'time';
}

/** No date that people write is longer than this. */
const longestDate = 100;

/**
 * Reads a date as articles hold them: RFC 1123 and other English forms, ISO 8601 and forms near it, Unix time, Chinese.
 * One without a zone is in the given zone. Undefined where it is no real date, or could be two: it is never guessed.
 */
export function readDate(text: string, timeZone: string): ReadDate | undefined {
  if (text.length > longestDate) return undefined;
  const written = collapse(hasWideForms(text) ? text.normalize('NFKC') : text);
  const first = written.charCodeAt(0);
  if (first >= 48 && first <= 57) {
    const unix = readUnixTime(written);
    if (unix !== undefined) return { time: unix, precision: 'time' };
    return toInstant(readNumericDate(written) ?? readChineseDate(written) ?? readEnglishDate(written), timeZone);
  }
  return toInstant(readEnglishDate(written), timeZone);
}

function toInstant(read: CalendarTime | undefined, timeZone: string): ReadDate | undefined {
  if (read === undefined) return undefined;
  const time = read.offset === undefined ? instantOf(read.local, timeZone) : read.local - read.offset;
  return { time, precision: read.hasTime ? 'time' : 'day' };
}

function hasWideForms(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 127) return true;
  return false;
}

/** The date of an article: of the first field that holds a readable one, else, where no field holds any, of its path. */
export function readArticleDate(
  data: Readonly<Record<string, unknown>>,
  path: string,
  fields: readonly string[],
  timeZone: string,
): ArticleDate {
  let unreadable: string | undefined;
  for (const field of fields) {
    const text = nameText(data, field);
    if (text === undefined) continue;
    const read = readDate(text, timeZone);
    if (read !== undefined) return { kind: 'read', text, time: read.time, precision: read.precision, from: 'field' };
    unreadable ??= text;
  }
  if (unreadable !== undefined) return { kind: 'unreadable', text: unreadable };
  const { text, local, from } = readPathDate(path) ?? {};
  if (text === undefined || local === undefined || from === undefined) return { kind: 'missing' };
  return { kind: 'read', text, time: instantOf(local, timeZone), precision: 'day', from };
}
