import { type CalendarTime, calendarDay, hourOfDial, readOffset, timeOfDay } from './calendarTime';

const monthNames = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const months = monthNames.split('|');
const month = `((?:${monthNames})[a-z]*)\\.?`;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /i;
const dayMonthYear = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]${month},?[ -](\\d{4})(?!\\d)`, 'i');
const monthDayYear = new RegExp(`^${month} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?![\\d:])`, 'i');
const unixStyle = new RegExp(`^${month} (\\d{1,2}) (\\d{1,2}:\\d{2}:\\d{2})( [a-z]{2,5}| [+-]\\d{4})? (\\d{4})$`, 'i');
const numeric = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/;
const compact = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const chinese = /^(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号號]?/;
const chineseWeekday = /^ ?[(]?(?:星期|周|週|礼拜|禮拜)[一二三四五六日天][)]?,?/;
const chineseTime =
  /^ ?(上午|早上|凌晨|清晨|下午|晚上|中午|傍晚)? ?(\d{1,2}) ?(?::|时|時|点|點) ?(?:(\d{1,2}) ?分?(?: ?:? ?(\d{1,2}) ?秒?)?)?(.*)$/;
const clock = /^(?:[Tt]|,? (?:at )?|, ?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: ?([ap])\.?m\.?)?/i;

/** Seconds or milliseconds since 1970. */
export function readUnixTime(text: string): number | undefined {
  if (!/^(?:\d{9,10}|\d{12,13})$/.test(text)) return undefined;
  return text.length <= 10 ? Number(text) * 1000 : Number(text);
}

/** `2021-11-27`, `2021/11/27`, `2021.11.27`, `20211127`, a time after it or not: ISO 8601 and what is near it. */
export function readNumericDate(text: string): CalendarTime | undefined {
  const match = numeric.exec(text);
  if (match === null) return readCompact(text);
  const day = calendarDay(Number(match[1]), Number(match[3]), Number(match[4]));
  if (day === undefined) return undefined;
  const rest = text.slice(match[0].length);
  return withClock(day, rest) ?? withChineseClock(day, rest);
}

function readCompact(text: string): CalendarTime | undefined {
  const match = compact.exec(text);
  if (match === null) return undefined;
  const day = calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return undefined;
  if (match[4] === undefined) return { local: day, hasTime: false, offset: undefined };
  const time = timeOfDay(Number(match[4]), Number(match[5]), Number(match[6] ?? 0));
  if (time === undefined) return undefined;
  return { local: day + time, hasTime: true, offset: match[7] === undefined ? undefined : readOffset(match[7]) };
}

/** `Sat, 27 Nov 2021 22:34:14 GMT`, `Nov 27, 2021`, `27 November 2021 at 10:34 PM`, `Sat Nov 27 22:34:14 UTC 2021`. */
export function readEnglishDate(text: string): CalendarTime | undefined {
  const rest = text.replace(weekday, '');
  const british = dayMonthYear.exec(rest);
  if (british !== null) return named(british[3], british[2], british[1], rest.slice(british[0].length));
  const american = monthDayYear.exec(rest);
  if (american !== null) return named(american[3], american[1], american[2], rest.slice(american[0].length));
  const unix = unixStyle.exec(rest);
  return unix === null ? undefined : named(unix[5], unix[1], unix[2], ` ${unix[3] ?? ''}${unix[4] ?? ''}`);
}

const fullMonths = 'january february march april may june july august september october november december'.split(' ');

function named(year: string | undefined, name: string | undefined, day: string | undefined, rest: string) {
  const word = (name ?? '').toLowerCase();
  const index = months.indexOf(word.slice(0, 3));
  const known = word.length === 3 || word === 'sept' || word === fullMonths[index];
  const time = known ? calendarDay(Number(year), index + 1, Number(day)) : undefined;
  return time === undefined ? undefined : withClock(time, rest);
}

/** `2021年11月27日`, perhaps with a day of the week and a time as `22:34`, `22时34分` or `下午10:34`. */
export function readChineseDate(text: string): CalendarTime | undefined {
  const match = chinese.exec(text);
  if (match === null) return undefined;
  const day = calendarDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) return undefined;
  return withChineseClock(day, text.slice(match[0].length));
}

function withChineseClock(day: number, text: string): CalendarTime | undefined {
  const rest = text.replace(chineseWeekday, '').trimEnd();
  if (rest === '') return { local: day, hasTime: false, offset: undefined };
  const time = chineseTime.exec(rest);
  if (time === null) return undefined;
  const hour = chineseHour(Number(time[2]), time[1]);
  const within = hour === undefined ? undefined : timeOfDay(hour, Number(time[3] ?? 0), Number(time[4] ?? 0));
  return within === undefined ? undefined : withZone(day + within, time[5] ?? '');
}

function chineseHour(hour: number, half: string | undefined): number | undefined {
  if (half === undefined) return hour;
  if (half === '中午') return hour === 12 || hour === 11 ? hour : hourOfDial(hour, 'pm');
  // Twelve at night is the end of the day to one writer and its start to another.
  if (half === '晚上' && hour === 12) return undefined;
  return hourOfDial(hour, /[下晚傍]/.test(half) ? 'pm' : 'am');
}

function withClock(day: number, rest: string): CalendarTime | undefined {
  if (rest === '') return { local: day, hasTime: false, offset: undefined };
  const match = clock.exec(rest);
  if (match === null) return undefined;
  const half = match[5]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : hourOfDial(Number(match[1]), half === 'a' ? 'am' : 'pm');
  if (hour === undefined) return undefined;
  const time = timeOfDay(hour, Number(match[2]), Number(match[3] ?? 0));
  if (time === undefined) return undefined;
  const fraction = match[4] === undefined ? 0 : Math.floor(Number(`0.${match[4]}`) * 1000);
  return withZone(day + time + fraction, rest.slice(match[0].length));
}

function withZone(local: number, rest: string): CalendarTime | undefined {
  // JavaScript writes the zone's name in brackets behind its offset.
  const zone = rest.replace(/ \([^()]*\)$/, '').trim();
  if (zone === '') return { local, hasTime: true, offset: undefined };
  const offset = readOffset(zone);
  return offset === undefined ? undefined : { local, hasTime: true, offset };
}
