import * as vscode from 'vscode';
import type { ArticleDate } from '../core/article/articleEntry';
import { isoDay, wallClock } from '../core/article/zoneOffset';

/** Day and, where it is known, time in the archive's zone. */
export function showTime(date: ArticleDate & { readonly kind: 'read' }, timeZone: string): string {
  const day = isoDay(date.time, timeZone);
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
