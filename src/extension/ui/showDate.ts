import * as vscode from 'vscode';
import type { ArticleDate } from '../../core/article/articleEntry';
import { isoDay, wallClock } from '../../core/article/zoneOffset';

/** Day and, where it is known, time in the archive's zone. */
export function showTime(date: ArticleDate & { readonly kind: 'read' }, timeZone: string): string {
  const day = isoDay(date.time, timeZone);
  if (date.precision === 'day') return day;
  const { hour, minute } = wallClock(date.time, timeZone);
  return `${day} ${two(hour)}:${two(minute)}`;
}

/** A date with the zone its time is in, and as it was written where that says more. */
export function showDateInFull(
  date: ArticleDate & { readonly kind: 'read' },
  timeZone: string,
): { readonly shown: string; readonly written?: string } {
  const time = date.from === 'field' ? showTime(date, timeZone) : showDateBriefly(date, timeZone);
  const shown = date.precision === 'day' ? time : `${time} ${timeZone}`;
  return date.from === 'field' && !saysTheSame(date.text, time) ? { shown, written: date.text.trim() } : { shown };
}

/** Whether a date was written as it is shown, seconds and the zone aside. */
function saysTheSame(written: string, shown: string): boolean {
  const [, day, time = ''] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?: ?(?:Z|[+-]\d\d:?\d\d))?)?$/.exec(written.trim()) ?? [];
  return day !== undefined && `${day} ${time}`.trim() === shown;
}

/** A date in a row: short, and honest about where it is from. */
export function showDateBriefly(date: ArticleDate, timeZone: string): string {
  switch (date.kind) {
    case 'missing':
      return vscode.l10n.t('No date');
    case 'unreadable':
      return vscode.l10n.t('Unreadable date: {0}', date.text);
    case 'read': {
      const day = isoDay(date.time, timeZone);
      if (date.from === 'fileName') return vscode.l10n.t('{0} (from the file name)', day);
      if (date.from === 'folder') return vscode.l10n.t('{0} (from the folder)', day);
      return day;
    }
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
