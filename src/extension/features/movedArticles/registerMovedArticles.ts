import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { showError } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';

/** Annotations whose articles are moved elsewhere by others, or deleted. */
export function registerMovedArticles(services: Services): vscode.Disposable {
  const { annotations, archives, log } = services;
  const offered = new Set<Archive>();
  const telling = (work: Promise<unknown>): Promise<unknown> =>
    work.catch((error: unknown) => {
      log.error(`Annotations without articles: ${error}`);
      const why = errorText(error);
      void showError(vscode.l10n.t('The annotations could not be changed. {0}', why));
    });
  return vscode.Disposable.from(
    annotations.onDidChange(({ archive }) => {
      const own = annotations.of(archive);
      if (own?.isLoaded !== true || archive.state !== 'ready' || offered.has(archive)) return;
      // Once for an archive: what goes later is gone by this person's own doing.
      offered.add(archive);
      const mayBeGone = [...own.index.rows].some(
        ({ article }) => article !== undefined && archive.index.get(article) === undefined,
      );
      if (mayBeGone) void telling(import('./findMovedArticles').then(({ offerToFind }) => offerToFind(own, services)));
    }),
    archives.onDidClose((archive) => offered.delete(archive)),
    registerCommand('findMovedArticles', () =>
      telling(import('./findMovedArticles').then(({ findMovedArticles }) => findMovedArticles(services))),
    ),
    vscode.workspace.onDidDeleteFiles(({ files }) => {
      if (!files.some((file) => archives.of(file)?.isArchive)) return;
      void telling(import('./deletedArticles').then(({ tellDeleted }) => tellDeleted(files, services)));
    }),
  );
}
