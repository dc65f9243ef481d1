import * as vscode from 'vscode';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import { counted } from '../../ui/counts';
import type { Archive } from '../../workspace/archives/archive';
import type { ViewRow } from './articlesProvider';

/** Puts the number a person wants to see on the view's icon. */
export function showBadge(view: vscode.TreeView<ViewRow>, { trees }: Services): void {
  const wanted = setting('articles.badge');
  const numberOf = (archive: Archive): number =>
    wanted === 'unread' ? archive.newArticles : archive.problems.articles;
  const value = wanted === 'none' ? 0 : trees.shown.reduce((total, archive) => total + numberOf(archive), 0);
  if (value === view.badge?.value) return;
  const tooltip =
    wanted === 'problems'
      ? counted(vscode.l10n.t('1 article with problems|{0} articles with problems'), value)
      : counted(vscode.l10n.t('1 new article|{0} new articles'), value);
  view.badge = value === 0 ? undefined : { value, tooltip };
}
