import { wallClock } from '../article/zoneOffset';

/** Days from first to last, each as `yyyymmdd`; an open end is absent. */
export interface DayRange {
  readonly first?: number;
  readonly last?: number;
}

/**
 * Reads what a person types for a range of days: `2021`, `2021-03`, `2021-03-05`, and any two of them with `..`
 * between, either end left open; full-width forms too. `undefined` where it is none of these.
 */
export function readDayRange(text: string): DayRange | undefined {
  const [from = '', to, ...more] = text
    .normalize('NFKC')
    .split('..')
    .map((end) => end.trim());
  if (more.length > 0 || (from === '' && (to ?? '') === '')) return undefined;
  const first = from === '' ? undefined : readDays(from);
  const last = to === undefined ? first : to === '' ? undefined : readDays(to);
  if ((from !== '' && first === undefined) || ((to ?? '') !== '' && last === undefined)) return undefined;
  if (first !== undefined && last !== undefined && first.first > last.last) return undefined;
  return {
    ...(first === undefined ? {} : { first: first.first }),
    ...(last === undefined ? {} : { last: last.last }),
  };
}

/** Whether an instant lies on one of the days, by the clocks of a time zone. */
export function isWithinDays(time: number, range: DayRange, timeZone: string): boolean {
  const { year, month, day } = wallClock(time, timeZone);
  const number = year * 10000 + month * 100 + day;
  return (range.first ?? number) <= number && number <= (range.last ?? number);
}

function readDays(text: string): { readonly first: number; readonly last: number } | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || (month !== undefined && (month < 1 || month > 12))) return undefined;
  if (day !== undefined && (day < 1 || day > lastDay(year, month ?? 1))) return undefined;
  const number = (m: number, d: number): number => year * 10000 + m * 100 + d;
  const lastMonth = month ?? 12;
  return { first: number(month ?? 1, day ?? 1), last: number(lastMonth, day ?? lastDay(year, lastMonth)) };
}

/** How many days the month has. */
function lastDay(year: number, month: number): number {
  const day = new Date(0);
  // Not by `Date.UTC`, which takes the first hundred years for those of 1900.
  day.setUTCFullYear(year, month, 0);
  return day.getUTCDate();
}
