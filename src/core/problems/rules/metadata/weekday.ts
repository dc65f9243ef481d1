import { readChineseDate, readEnglishDate } from '../../../article/dateForms';

/** A day of the week that a date names, and the one that it is. */
export interface Weekday {
  /** Where the name stands in the text. */
  readonly start: number;
  readonly written: string;
  /** The right name, in the form of the one that is written; the same where that is right. */
  readonly right: string;
}

const english = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const chinese = ['日', '一', '二', '三', '四', '五', '六'];

/** The day of the week that a readable date names; undefined where it names none. */
export function weekdayIn(text: string): Weekday | undefined {
  return englishWeekday(text) ?? chineseWeekday(text);
}

function englishWeekday(text: string): Weekday | undefined {
  const match = /^\s*((?:mon|tue|wed|thu|fri|sat|sun)[a-z]*)/i.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return undefined;
  const index = english.findIndex((name) => name.slice(0, 3).toLowerCase() === written.slice(0, 3).toLowerCase());
  const local = readEnglishDate(text.trim().replace(/\s+/g, ' '))?.local;
  // What only begins like a day of the week is none.
  if (local === undefined || !english[index]?.toLowerCase().startsWith(written.toLowerCase())) return undefined;
  const name = english[dayOf(local)] ?? written;
  const full = written.length > 5 ? name : name.slice(0, written.length === 3 ? 3 : name.length);
  const right = dayOf(local) === index ? written : cased(full, written);
  return { start: match[0].length - written.length, written, right };
}

function cased(name: string, like: string): string {
  if (like === like.toUpperCase()) return name.toUpperCase();
  return like === like.toLowerCase() ? name.toLowerCase() : name;
}

function chineseWeekday(text: string): Weekday | undefined {
  const match = /(?:星期|周|週|礼拜|禮拜)([一二三四五六日天])/.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return undefined;
  const local = readChineseDate(text.normalize('NFKC').trim())?.local;
  if (local === undefined) return undefined;
  const index = chinese.indexOf(written === '天' ? '日' : written);
  const right = dayOf(local) === index ? written : (chinese[dayOf(local)] ?? written);
  return { start: match.index + match[0].length - 1, written, right };
}

function dayOf(local: number): number {
  return new Date(local).getUTCDay();
}
