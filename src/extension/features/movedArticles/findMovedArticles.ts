import * as vscode from 'vscode';
import { type FoundHome, findHomes, type GoneArticle, homeCandidates } from '../../../core/annotations/movedArticles';
import { stableHash } from '../../../core/text/stableHash';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showInformation } from '../../ui/notify';
import { plainLabel } from '../../ui/plainLabel';
import { showNumber } from '../../ui/showNumber';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { withCountedProgress } from '../../workspace/bulkEdits/withCountedProgress';
import { goneArticles } from './goneArticles';

const dismissedKey = 'annotations.goneArticles';
/** Less alike than this, a person is to look before. */
const likely = 0.75;

/** Says that annotated articles are gone, once for the same articles, and looks for them where a person wants that. */
export async function offerToFind(own: ArchiveAnnotations, services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { workspaceState } = services.context;
  const gone = await goneArticles(own);
  if (gone.length === 0) return;
  const these = stableHash(
    gone
      .map(({ path }) => path)
      .sort()
      .join('\n'),
  );
  if (workspaceState.get(dismissedKey) === these) return;
  const look = t('Look for Them');
  const not = t('Not Now');
  const message =
    gone.length === 1
      ? t('{0} has annotations and is gone. Was it moved or renamed?', gone[0]?.path ?? '')
      : t('{0} articles with annotations are gone. Were they moved or renamed?', showNumber(gone.length));
  const chosen = await showInformation(message, look, not);
  if (chosen === look) await find(own, gone, services);
  else if (chosen === not) await workspaceState.update(dismissedKey, these);
}

/** Looks in all archives for articles that are gone, and moves their annotations where the person wants that. */
export async function findMovedArticles(services: Services): Promise<void> {
  const { archives, annotations, trees } = services;
  await archives.whenRead();
  let isAnyGone = false;
  for (const own of trees.shown.flatMap((archive) => annotations.of(archive) ?? [])) {
    await own.load();
    const gone = await goneArticles(own);
    if (gone.length === 0) continue;
    isAnyGone = true;
    await find(own, gone, services);
  }
  if (!isAnyGone) {
    void showInformation(vscode.l10n.t('All articles with annotations are there.'));
  }
}

async function find(own: ArchiveAnnotations, gone: readonly GoneArticle[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  const { archive, index } = own;
  const candidates = homeCandidates(
    [...archive.index.paths()].filter((path) => index.rowsOf(path).length === 0),
    gone,
  );
  const homes = await withCountedProgress(
    t('Looking for articles that were moved'),
    candidates.length,
    (signal, onDone) => findHomes(archive.files, gone, candidates, signal, onDone),
  );
  if (homes === undefined) return;
  if (homes.length === 0) {
    void showInformation(
      t('No article is like those that are gone ({0}). Their annotations are kept.', showNumber(gone.length)),
    );
    return;
  }
  const items = homes.map((home) => itemOf(home));
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Move the Annotations of These Articles?'),
    placeHolder: t(
      'Seem to have moved: {0} of {1}. Only those that are ticked are changed.',
      homes.length,
      gone.length,
    ),
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (chosen === undefined || chosen.length === 0) return;
  for (const { home } of chosen) {
    await own.store.move(home.gone.path, home.path);
    await own.reread(home.gone.path, home.path);
  }
  services.annotations.documents.findAllAgain();
  void showInformation(
    counted(
      t('The annotations of 1 article have moved along.|The annotations of {0} articles have moved along.'),
      chosen.length,
    ),
  );
}

function itemOf(home: FoundHome): vscode.QuickPickItem & { readonly home: FoundHome } {
  const { t } = vscode.l10n;
  const { gone, path, likeness } = home;
  const alike = likeness === undefined ? t('the same file name') : t('{0} % of the text', Math.round(likeness * 100));
  return {
    label: plainLabel(path),
    description: `${alike} · ${t('Annotations: {0}', showNumber(gone.annotations))}`,
    detail: plainLabel(t('was {0}', gone.path)),
    picked: likeness !== undefined && likeness >= likely,
    home,
  };
}
