import { readDate } from '../../../article/articleDate';
import { wallClock } from '../../../article/zoneOffset';

const months = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.?';
const dates = new RegExp(
  [
    '\\d{4}-\\d{2}-\\d{2}(?:[T ]\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:?\\d{2})?)?(?![\\d-])',
    '\\d{4} ?年 ?\\d{1,2} ?月 ?\\d{1,2} ?日(?: ?\\d{1,2}:\\d{2}(?::\\d{2})?)?',
    `${months} \\d{1,2}, \\d{4}`,
    `\\d{1,2} ${months} \\d{4}`,
    '\\d{4}/\\d{1,2}/\\d{1,2}(?![\\d/])',
  ].join('|'),
  'g',
);
/** Dates further down are those that an article is about. */
const searched = 3000;
/** A list of dates, as of matches or releases, holds none that is the article's. */
const mostTried = 20;

/** The first date that the start of a text shows to a reader, as clocks of the zone show it. */
export function dateInBody(text: string, from: number, timeZone: string): string | undefined {
  const shown = text.slice(from, from + searched).replace(/<[^>]*>|\]\([^)]*\)|https?:\S+/g, ' ');
  let tried = 0;
  for (const match of shown.matchAll(dates)) {
    if (++tried > mostTried) return undefined;
    const before = shown[match.index - 1] ?? ' ';
    const read = /[\d/-]/.test(before) ? undefined : readDate(match[0], timeZone);
    if (read !== undefined) return writtenDate(read.time, read.precision, timeZone);
  }
  return undefined;
}

export function writtenDate(time: number, precision: 'day' | 'time', timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(time, timeZone);
  const date = `${year}-${two(month)}-${two(day)}`;
  return precision === 'day' ? date : `${date} ${two(hour)}:${two(minute)}:${two(Math.floor(time / 1000) % 60)}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
