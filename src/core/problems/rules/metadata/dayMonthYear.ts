import { type ReadDate, readDate } from '../../../article/articleDate';

/** A way to read a date that is written with the year last. */
export interface Reading extends ReadDate {
  readonly order: 'dayFirst' | 'monthFirst';
}

const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/s;

/** The ways to read `03/04/2021`: two, where both figures can be a month; none, where the text is no such date. */
export function dayMonthReadings(text: string, timeZone: string): readonly Reading[] {
  const match = yearLast.exec(text.trim());
  if (match === null) return [];
  const [, first = '', , second = '', year = '', rest = ''] = match;
  const read = (day: string, month: string, order: Reading['order']): readonly Reading[] => {
    const date = readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest}`, timeZone);
    return date === undefined ? [] : [{ ...date, order }];
  };
  const dayFirst = read(first, second, 'dayFirst');
  return Number(first) === Number(second) ? dayFirst : [...dayFirst, ...read(second, first, 'monthFirst')];
}
