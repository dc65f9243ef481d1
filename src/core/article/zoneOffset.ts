const dayMs = 86_400_000;
/** Sixty years of days; more than that comes from dates that make no sense. */
const mostDays = 22_000;

/** What a clock on the wall shows. */
export interface WallClock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Whether the name is a time zone that this system knows. */
export function isTimeZone(name: string): boolean {
  return zoneFormat(name) !== undefined;
}

/** What the clocks of a zone show at an instant. An unknown zone counts as UTC. */
export function wallClock(time: number, timeZone: string): WallClock {
  const local = new Date(time + zoneNamed(timeZone).offsetAt(time));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
  };
}

/** The day that the calendars of a zone show at an instant, as `2021-11-28`. */
export function isoDay(time: number, timeZone: string): string {
  const { year, month, day } = wallClock(time, timeZone);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/**
 * The instant at which the clocks of a zone show a time, that time given as if it were UTC. Of two such instants the
 * earlier; a time that the clocks skip is read with the offset before, which moves it forward by what they skip.
 */
export function instantOf(local: number, timeZone: string): number {
  const zone = zoneNamed(timeZone);
  const before = zone.offsetAt(local - dayMs);
  const after = zone.offsetAt(local + dayMs);
  if (before === after) return local - before;
  const early = local - Math.max(before, after);
  if (zone.offsetAt(early) === local - early) return early;
  const late = local - Math.min(before, after);
  return zone.offsetAt(late) === local - late ? late : local - before;
}

class Zone {
  readonly #format: Intl.DateTimeFormat | undefined;
  /** Offsets by day; NaN for a day on which it changes. */
  readonly #days = new Map<number, number>();

  constructor(timeZone: string) {
    this.#format = zoneFormat(timeZone);
  }

  /** Milliseconds that the zone's clocks are ahead of UTC. */
  offsetAt(time: number): number {
    if (this.#format === undefined) return 0;
    const day = Math.floor(time / dayMs);
    let offset = this.#days.get(day);
    if (offset === undefined) {
      const first = exactOffset(this.#format, day * dayMs);
      offset = first === exactOffset(this.#format, (day + 1) * dayMs) ? first : Number.NaN;
      if (this.#days.size >= mostDays) this.#days.clear();
      this.#days.set(day, offset);
    }
    return Number.isNaN(offset) ? exactOffset(this.#format, time) : offset;
  }
}

// What a zone's name means never changes while the program runs, so every caller may share it.
const zones = new Map<string, Zone>();
const mostZones = 64;

function zoneNamed(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    zone = new Zone(timeZone);
    if (zones.size >= mostZones) zones.clear();
    zones.set(timeZone, zone);
  }
  return zone;
}

function zoneFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

const formatted = /^(\d+)\/(\d+)\/(\d+), (\d+):(\d+):(\d+)/;

function exactOffset(format: Intl.DateTimeFormat, time: number): number {
  const seconds = Math.floor(time / 1000) * 1000;
  if (Number.isNaN(new Date(seconds).getTime())) return 0;
  const match = formatted.exec(format.format(seconds));
  if (match === null) return 0;
  const [month, day, year, hour, minute, second] = match.slice(1).map(Number);
  const local = new Date(0);
  local.setUTCFullYear(year ?? 0, (month ?? 1) - 1, day);
  local.setUTCHours(hour ?? 0, minute, second);
  return local.getTime() - seconds;
}
