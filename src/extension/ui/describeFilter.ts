import * as vscode from 'vscode';
import type { ArticleFilter } from '../../core/archive/articleFilter';
import type { DayRange } from '../../core/archive/dayRange';

/** A filter in words, part by part. */
export function describeFilter(filter: ArticleFilter): string {
  const { t } = vscode.l10n;
  const parts: string[] = [];
  if (filter.text !== undefined) parts.push(t('“{0}”', filter.text));
  if (filter.sources !== undefined) parts.push(filter.sources.map(({ name }) => name).join(t(' or ')));
  if (filter.days !== undefined) parts.push(describeDays(filter.days));
  if (filter.problems) parts.push(t('with problems'));
  if (filter.unread) parts.push(t('unread'));
  return parts.join(' · ');
}

export function describeDays({ first, last }: DayRange): string {
  const { t } = vscode.l10n;
  if (first !== undefined && first === last) return showDayNumber(first);
  if (first === undefined) return last === undefined ? '' : t('until {0}', showDayNumber(last));
  if (last === undefined) return t('since {0}', showDayNumber(first));
  return t('{0} to {1}', showDayNumber(first), showDayNumber(last));
}

function showDayNumber(number: number): string {
  const text = String(number).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
