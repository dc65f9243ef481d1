import * as vscode from 'vscode';
import { formatCitation } from '../../../core/archive/citation';
import { isWebUrl } from '../../../core/article/articleSource';
import type { Services } from '../../services';
import { registerCommand, setting } from '../../ui/contribute';
import { showInformation, showWarning } from '../../ui/notify';
import { showTime } from '../../ui/showDate';
import { openArticle } from '../../workspace/archives/openArticle';
import { articlesOf, type PlacedArticle } from '../../workspace/articleArguments';

/** More tabs than this at once are rarely meant. */
const manyArticles = 20;

/** What can be done with the articles of rows: open, show, copy. */
export function registerArticleCommands(services: Services): vscode.Disposable {
  const open = async (args: readonly unknown[], options: vscode.TextDocumentShowOptions): Promise<void> => {
    const articles = articlesOf(args, services);
    if (articles.length > manyArticles && !(await confirmMany(articles.length))) return;
    const preview = articles.length === 1;
    for (const article of articles) await openArticle(article, { ...options, preview });
  };
  const copy = async (args: readonly unknown[], text: (article: PlacedArticle) => string): Promise<void> => {
    const articles = articlesOf(args, services);
    // Better to keep what somebody has copied before than to lose it for nothing.
    if (articles.length > 0) await vscode.env.clipboard.writeText(articles.map(text).join('\n'));
  };
  return vscode.Disposable.from(
    registerCommand('openArticle', (...args) => open(args, { preserveFocus: false })),
    registerCommand('openToSide', (...args) => open(args, { viewColumn: vscode.ViewColumn.Beside })),
    registerCommand('revealInExplorer', (...args) => {
      const [article] = articlesOf(args, services);
      return article && vscode.commands.executeCommand('revealInExplorer', article.archive.uri(article.entry));
    }),
    registerCommand('openOriginal', async (...args) => {
      const articles = articlesOf(args, services).filter(({ entry }) => isWebUrl(entry.link));
      if (articles.length === 0) void showInformation(vscode.l10n.t('The article does not say where its original is.'));
      if (articles.length > manyArticles && !(await confirmMany(articles.length))) return;
      // As a text the URL stays as it is written: a Uri escapes `=` and `&` of its query.
      for (const { entry } of articles) await vscode.commands.executeCommand('vscode.open', entry.link);
    }),
    registerCommand('deleteArticle', async (...args) => {
      const { deleteArticles } = await import('./deleteArticles');
      await deleteArticles(articlesOf(args, services), services);
    }),
    registerCommand('copyPath', (...args) => copy(args, showPath)),
    registerCommand('copyTitle', (...args) => copy(args, ({ entry }) => entry.title)),
    registerCommand('copyCitation', (...args) => copy(args, cite)),
  );
}

function showPath({ archive, entry }: PlacedArticle): string {
  const uri = archive.uri(entry);
  return uri.scheme === 'file' ? uri.fsPath : uri.toString(true);
}

function cite({ archive, entry }: PlacedArticle): string {
  const { title, source, author, date, link, path } = entry;
  const template = setting('citation.format', archive.uri(entry));
  return formatCitation(template, {
    title,
    path,
    ...(source && { source: archive.sources.resolve(source).name }),
    ...(author !== undefined && { author: archive.names.authors.of(author).name }),
    ...(date.kind === 'read' && { date: showTime(date, archive.timeZone) }),
    ...(link !== undefined && { link }),
  });
}

async function confirmMany(count: number): Promise<boolean> {
  const open = vscode.l10n.t('Open All');
  const message = vscode.l10n.t('Open {0} articles, each in a tab of its own?', count);
  return (await showWarning(message, { modal: true }, open)) === open;
}
