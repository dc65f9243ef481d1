import * as vscode from 'vscode';
import type { ProblemLeaf } from '../../../core/problems/problemTree';
import { showNumber } from '../../ui/showNumber';
import type { ProblemPlace } from '../../workspace/problems/problemRows';
import { describePlace } from './describePlace';

/** More than this and a person would rather open the row. */
const mostPlaces = 10;

/** What is wrong in an article, and where. Titles and messages hold strangers' text: shown as text. */
export function problemsTooltip({ item }: ProblemLeaf, places: readonly ProblemPlace[]): string {
  const { t } = vscode.l10n;
  const lines = places.slice(0, mostPlaces).map(describePlace);
  if (places.length > mostPlaces) lines.push(t('and {0} more', showNumber(places.length - mostPlaces)));
  return [item.title, item.path, '', ...lines].join('\n');
}
