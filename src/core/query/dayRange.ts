import { type Message, say } from '../text/message';

/** Days from first to last, each as `yyyymmdd`; an open end is absent. */
export interface DayRange {
  readonly first?: number;
  readonly last?: number;
}

/**
 * Reads what a person types for a range of days: `2021`, `2021-03`, `2021-03-05`, and any two of them with `..`
 * or a dash between, either end left open; full-width forms too. `undefined` where it is none of these.
 */
export function readDayRange(text: string): DayRange | undefined {
  const [from = '', to, ...more] = text
    .normalize('NFKC')
    .split(/\.\.|–/u)
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

/** Whether a day, as `yyyymmdd`, is one of them. */
export function isWithinDays(day: number, { first = day, last = day }: DayRange): boolean {
  return first <= day && day <= last;
}

/** A range as a person would type it, in as few figures as say it. */
export function writeDayRange({ first, last }: DayRange): string {
  if (first !== undefined && last !== undefined) {
    for (const text of [figures(first).slice(0, 4), figures(first).slice(0, 7), figures(first)]) {
      const days = readDays(text);
      if (days?.first === first && days.last === last) return text;
    }
  }
  return `${first === undefined ? '' : figures(first)}..${last === undefined ? '' : figures(last)}`;
}

export function describeDays({ first, last }: DayRange): Message | readonly string[] {
  if (first !== undefined && first === last) return [figures(first)];
  if (first === undefined) return last === undefined ? [] : say('until {0}', figures(last));
  return last === undefined ? say('since {0}', figures(first)) : say('{0} to {1}', figures(first), figures(last));
}

function figures(day: number): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
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
