import * as vscode from 'vscode';
import { annotationsFolderOf } from '../../../core/annotations/store/annotationPaths';
import type { Services } from '../../services';
import { articleCount } from '../../ui/counts';
import { showError, showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import { fileExists } from '../../workspace/archives/fileExists';
import type { PlacedArticle } from '../../workspace/articleArguments';

type Annotations = Pick<Services, 'annotations' | 'log'>;

/** Moves articles to the trash with the annotations on them, once a person has said yes. */
export async function deleteArticles(articles: readonly PlacedArticle[], services: Annotations): Promise<void> {
  const { t } = vscode.l10n;
  if (articles.length === 0) return;
  await Promise.all(
    [...new Set(articles.map(({ archive }) => archive))].map((archive) => services.annotations.of(archive)?.load()),
  );
  const move = t('Move to Trash');
  if ((await showWarning(question(articles, services), { modal: true }, move)) !== move) return;
  const withoutTrash: PlacedArticle[] = [];
  const failed: string[] = [];
  const remove = async (article: PlacedArticle, useTrash: boolean): Promise<void> => {
    try {
      await removeFiles(article, services, useTrash);
    } catch (error) {
      services.log.warn(`${article.entry.path} was not deleted: ${error}`);
      if (useTrash && (await fileExists(article.archive.uri(article.entry)))) withoutTrash.push(article);
      else failed.push(article.entry.path);
    }
  };
  for (const article of articles) await remove(article, true);
  if (withoutTrash.length > 0) {
    const forGood = t('Delete for Good');
    const message = t('{0} cannot be moved to a trash here. Delete for good?', articleCount(withoutTrash.length));
    if ((await showWarning(message, { modal: true }, forGood)) === forGood) {
      for (const article of withoutTrash) await remove(article, false);
    }
  }
  if (failed.length > 0) await showError(t('Not deleted: {0}. The log says why.', failed.join(', ')));
}

function question(articles: readonly PlacedArticle[], { annotations }: Annotations): string {
  const { t } = vscode.l10n;
  const [first] = articles;
  const what = articles.length === 1 && first !== undefined ? `“${first.entry.title}”` : articleCount(articles.length);
  const count = articles.reduce(
    (sum, { archive, entry }) => sum + (annotations.of(archive)?.index.rowsOf(entry.path).length ?? 0),
    0,
  );
  return count === 0
    ? t('Move {0} to the trash?', what)
    : t('Move {0} to the trash, with all annotations there ({1})?', what, showNumber(count));
}

async function removeFiles(
  { archive, entry }: PlacedArticle,
  { annotations }: Annotations,
  useTrash: boolean,
): Promise<void> {
  await vscode.workspace.fs.delete(archive.uri(entry), { useTrash });
  const folder = annotationsFolderOf(entry.path);
  if (folder === undefined) return;
  const uri = vscode.Uri.joinPath(archive.folder.uri, folder);
  if (!(await fileExists(uri))) return;
  await vscode.workspace.fs.delete(uri, { recursive: true, useTrash });
  await annotations.of(archive)?.update([entry.path]);
}
