import * as vscode from 'vscode';
import type { Services } from '../../services';
import { setting } from '../../ui/contribute';
import { counted } from '../../ui/counts';
import type { Archive } from '../../workspace/archives/archive';

/** The number a person wants to see on the view's icon. */
export function badge({ trees }: Services): vscode.ViewBadge | undefined {
  const wanted = setting('articles.badge');
  const numberOf = (archive: Archive): number =>
    wanted === 'unread' ? archive.newArticles : archive.problems.articles;
  const value = wanted === 'none' ? 0 : trees.shown.reduce((total, archive) => total + numberOf(archive), 0);
  const tooltip =
    wanted === 'problems'
      ? counted(vscode.l10n.t('1 article with problems|{0} articles with problems'), value)
      : counted(vscode.l10n.t('1 new article|{0} new articles'), value);
  return value === 0 ? undefined : { value, tooltip };
}
