import * as vscode from 'vscode';
import { annotationsFolderOf } from '../../../core/annotations/store/annotationPaths';
import { pathBelow } from '../../archives/fileChanges';
import type { Services } from '../../services';
import { showNumber } from '../../showNumber';

/** Whether annotations on what is deleted are to go with it. */
export type AskToDelete = (name: string, annotations: number) => Promise<boolean>;

/**
 * What else is to be done when these files are deleted: where annotations are on them, the person is asked. It becomes part of
 * the deletion, and is undone with it. Undefined where there are none.
 */
export function deletionEdit(
  files: readonly vscode.Uri[],
  { archives, annotations }: Pick<Services, 'archives' | 'annotations'>,
  ask: AskToDelete,
): Promise<vscode.WorkspaceEdit> | undefined {
  const folders: vscode.Uri[] = [];
  const names: string[] = [];
  let count = 0;
  for (const file of files) {
    const archive = archives.of(file);
    const path = archive && pathBelow(archive.folder.uri, file);
    const folder = path === undefined ? undefined : annotationsFolderOf(path);
    if (archive === undefined || path === undefined || folder === undefined) continue;
    let own = 0;
    for (const { article } of annotations.of(archive)?.index.rows ?? []) {
      if (article === path || article?.startsWith(`${path}/`)) own++;
    }
    if (own === 0) continue;
    count += own;
    names.push(path);
    folders.push(archive.uri({ path: folder }));
  }
  const [first] = names;
  if (first === undefined) return undefined;
  const name = names.length === 1 ? first : vscode.l10n.t('{0} and {1} more', first, showNumber(names.length - 1));
  return ask(name, count).then((isWanted) => {
    const edit = new vscode.WorkspaceEdit();
    if (isWanted) for (const uri of folders) edit.deleteFile(uri, { recursive: true, ignoreIfNotExists: true });
    return edit;
  });
}

export async function askToDelete(name: string, annotations: number): Promise<boolean> {
  const { t } = vscode.l10n;
  const erase = t('Delete Them Too');
  const keep: vscode.MessageItem = { title: t('Keep Them'), isCloseAffordance: true };
  const chosen = await vscode.window.showWarningMessage<vscode.MessageItem>(
    t('{0} has annotations: {1}.', name, showNumber(annotations)),
    {
      modal: true,
      detail: t(
        'Kept, they are listed as not found any more until the article is back. Deleted, they come back when the deletion is undone.',
      ),
    },
    { title: erase },
    keep,
  );
  return chosen?.title === erase;
}
