import * as vscode from 'vscode';
import type { ArticleDate } from '../core/article/articleEntry';
import { wallClock } from '../core/article/zoneOffset';

/** The day in the archive's zone, as `2021-11-28`. */
export function showDay(time: number, timeZone: string): string {
  const { year, month, day } = wallClock(time, timeZone);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Day and, where it is known, time in the archive's zone. */
export function showTime(date: ArticleDate & { readonly kind: 'read' }, timeZone: string): string {
  const day = showDay(date.time, timeZone);
  if (date.precision === 'day') return day;
  const { hour, minute } = wallClock(date.time, timeZone);
  return `${day} ${two(hour)}:${two(minute)}`;
}

/** A date in a row: short, and honest about where it is from. */
export function showDateBriefly(date: ArticleDate, timeZone: string): string {
  switch (date.kind) {
    case 'missing':
      return vscode.l10n.t('No date');
    case 'unreadable':
      return vscode.l10n.t('Unreadable date: {0}', date.text);
    case 'read': {
      const day = showDay(date.time, timeZone);
      if (date.from === 'fileName') return vscode.l10n.t('{0} (from the file name)', day);
      if (date.from === 'folder') return vscode.l10n.t('{0} (from the folder)', day);
      return day;
    }
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
