const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A day of the calendar, perhaps with a time of day and the zone it is in. */
export interface CalendarTime {
  /** Milliseconds since 1970, read as if the clock were UTC's. */
  readonly local: number;
  readonly hasTime: boolean;
  /** Milliseconds ahead of UTC, where the text says so. */
  readonly offset: number | undefined;
}

/** A day that exists, in milliseconds as if in UTC. */
export function calendarDay(year: number, month: number, day: number): number | undefined {
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1 && day <= 31)) return undefined;
  const time = Date.UTC(year, month - 1, day);
  // The calendar rolls over a day that its month does not have.
  return day > 28 && new Date(time).getUTCDate() !== day ? undefined : time;
}

/** A time of day in milliseconds. Midnight may be 24:00; a leap second counts as the next. */
export function timeOfDay(hour: number, minute: number, second: number): number | undefined {
  if (minute > 59 || second > 60 || hour > 24) return undefined;
  const time = hour * hourMs + minute * minuteMs + second * 1000;
  return time > dayMs ? undefined : time;
}

/** The hour of a day from one on the dial. */
export function hourOfDial(hour: number, half: 'am' | 'pm'): number | undefined {
  if (hour > 12) return half === 'pm' && hour < 24 ? hour : undefined;
  if (half === 'am') return hour === 12 ? 0 : hour;
  return hour === 12 ? 12 : hour + 12;
}

const namedZones: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ z: 0, gmt: 0, utc: 0, ut: 0, wet: 0, bst: 1, cet: 1, cest: 2, eet: 2, eest: 3, msk: 3 },
    ...{ est: -5, edt: -4, cst: -6, cdt: -5, mst: -7, mdt: -6, pst: -8, pdt: -7, hkt: 8, sgt: 8, jst: 9, kst: 9 },
  }),
);

/** Milliseconds ahead of UTC of `GMT`, `+0800`, `+08:00`, `GMT+8`, `EST`; undefined where the text is no zone. */
export function readOffset(text: string): number | undefined {
  const zone = text.toLowerCase();
  const named = namedZones.get(zone);
  if (named !== undefined) return named * hourMs;
  const match = /^(?:gmt|utc)?([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (match === null) return undefined;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 15 || minutes > 59) return undefined;
  return (match[1] === '-' ? -1 : 1) * (hours * hourMs + minutes * minuteMs);
}
