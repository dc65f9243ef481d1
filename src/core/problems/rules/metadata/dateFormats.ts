import { wallClock } from '../../../article/zoneOffset';
import type { DateFormat } from '../../checkSettings';

/** An instant, or a day of the archive's zone, as the archive writes its dates. */
export function formatDate(
  { time, precision }: { readonly time: number; readonly precision: 'day' | 'time' },
  format: DateFormat,
  timeZone: string,
): string {
  const { year, month, day, hour, minute } = wallClock(time, timeZone);
  const date = `${padded(year, 4)}-${padded(month)}-${padded(day)}`;
  if (format === 'isoDay' || precision === 'day') return date;
  if (format === 'rfc1123') return new Date(time).toUTCString();
  const clock = `${padded(hour)}:${padded(minute)}:${padded(Math.floor(time / 1000) % 60)}`;
  return format === 'space' ? `${date} ${clock}` : `${date}T${clock}${offsetOf(time, timeZone)}`;
}

function offsetOf(time: number, timeZone: string): string {
  const { year, month, day, hour, minute } = wallClock(time, timeZone);
  const minutes = Math.round(
    (Date.UTC(year, month - 1, day, hour, minute) - Math.floor(time / 60_000) * 60_000) / 60_000,
  );
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${padded(Math.floor(size / 60))}:${padded(size % 60)}`;
}

function padded(figure: number, length = 2): string {
  return String(figure).padStart(length, '0');
}
