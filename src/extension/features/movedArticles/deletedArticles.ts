import * as vscode from 'vscode';
import { annotationFileOf, annotationsFolderOf } from '../../../core/annotations/store/annotationPaths';
import type { Services } from '../../services';
import { showInformation } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { pathBelow } from '../../workspace/archives/fileChanges';

/** What was deleted, an article or a folder of them, with the number of annotations on it. */
export interface DeletedArticles {
  readonly own: ArchiveAnnotations;
  readonly path: string;
  readonly annotations: number;
}

/** Those of deleted files that annotations are on. */
export function annotatedOf(
  files: readonly vscode.Uri[],
  { archives, annotations }: Pick<Services, 'archives' | 'annotations'>,
): readonly DeletedArticles[] {
  return files.flatMap((file): readonly DeletedArticles[] => {
    const archive = archives.of(file);
    const own = archive && annotations.of(archive);
    const path = archive && pathBelow(archive.folder.uri, file);
    if (own === undefined || path === undefined) return [];
    let count = 0;
    for (const { article } of own.index.rows) if (article === path || article?.startsWith(`${path}/`)) count++;
    return count === 0 ? [] : [{ own, path, annotations: count }];
  });
}

/** Deletes all annotations on what was deleted. Gives back what brings them back. */
export async function eraseAnnotations({ own, path }: DeletedArticles): Promise<() => Promise<void>> {
  const folder = annotationsFolderOf(path);
  const texts = new Map<string, string>();
  for (const file of folder === undefined ? [] : await own.files.list(folder)) {
    await own.files.update(file, (text) => {
      if (text !== undefined) texts.set(file, text);
      return '';
    });
  }
  const articles = new Set([...texts.keys()].flatMap((file) => annotationFileOf(file)?.article ?? []));
  await own.update([...articles]);
  return async () => {
    for (const [file, text] of texts) await own.files.update(file, (now) => now ?? text);
    await own.update([...articles]);
  };
}

/**
 * Says that annotations on deleted articles are kept, and deletes them too where a person wants that. As a part of the deletion
 * itself VS Code would ask a second time, in words that tell nothing of annotations.
 */
export async function tellDeleted(files: readonly vscode.Uri[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const deleted = annotatedOf(files, services);
  const [first] = deleted;
  if (first === undefined) return;
  const count = deleted.reduce((sum, { annotations }) => sum + annotations, 0);
  const name = deleted.length === 1 ? first.path : t('{0} and {1} more', first.path, showNumber(deleted.length - 1));
  const erase = t('Delete Them Too');
  const message = t(
    '{0} is deleted. Its annotations ({1}) are kept, as not found any more, in case it comes back.',
    name,
    showNumber(count),
  );
  if ((await showInformation(message, erase, t('Keep Them'))) !== erase) return;
  const restores: (() => Promise<void>)[] = [];
  for (const one of deleted) restores.push(await eraseAnnotations(one));
  const undo = t('Undo');
  if ((await showInformation(t('The annotations are deleted.'), undo)) !== undo) return;
  for (const restore of restores) await restore();
}
