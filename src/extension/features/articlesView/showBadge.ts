import * as vscode from 'vscode';
import type { Archive } from '../../archives/archive';
import { setting } from '../../contribute';
import type { Services } from '../../services';
import { showNumber } from '../../showNumber';
import type { ViewRow } from './articlesProvider';

/** Puts the number a person wants to see on the view's icon. */
export function showBadge(view: vscode.TreeView<ViewRow>, { trees }: Services): void {
  const wanted = setting('articles.badge');
  const counted = ({ tally, problems }: Archive): number => (wanted === 'unread' ? tally.unread : problems.articles);
  const value = wanted === 'none' ? 0 : trees.shown.reduce((total, archive) => total + counted(archive), 0);
  if (value === view.badge?.value) return;
  const tooltip =
    wanted === 'problems'
      ? vscode.l10n.t('{0} articles with problems', showNumber(value))
      : vscode.l10n.t('{0} unread articles', showNumber(value));
  view.badge = value === 0 ? undefined : { value, tooltip };
}
