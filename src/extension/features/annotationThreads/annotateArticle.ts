import * as vscode from 'vscode';
import type { Services } from '../../services';
import { articleCount } from '../../ui/counts';
import { showInformation } from '../../ui/notify';
import { askForLabels } from '../../workspace/annotations/askForLabels';
import { articlesOf } from '../../workspace/articleArguments';

/** Annotates articles as a whole: asks for labels once, and for a note. */
export async function annotateArticle(args: readonly unknown[], services: Services): Promise<void> {
  const { annotations } = services;
  const articles = articlesOf(args, services);
  const [first] = articles;
  const own = first && annotations.of(first.archive);
  if (first === undefined || own === undefined) {
    void showInformation(vscode.l10n.t('Only articles of an archive can be annotated.'));
    return;
  }
  const labels = await askForLabels(own, 'article');
  if (labels === undefined) return;
  const note = await vscode.window.showInputBox({
    title: articles.length === 1 ? first.entry.title : articleCount(articles.length),
    placeHolder: vscode.l10n.t('Write a note…'),
    ignoreFocusOut: true,
  });
  if (note === undefined) return;
  for (const { archive, entry } of articles) {
    const place = { archive, path: entry.path };
    if (!(await annotations.edits.add(place, { kind: 'article' }, { labels, note: note.trim() }))) return;
  }
}
