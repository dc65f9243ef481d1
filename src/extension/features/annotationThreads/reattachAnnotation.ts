import * as vscode from 'vscode';
import { subjectOf } from '../../../core/annotations/index/annotationRow';
import { reattach } from '../../../core/annotations/model/writeAnnotation';
import type { Services } from '../../services';
import { showInformation, showWarning } from '../../ui/notify';
import { plainLabel } from '../../ui/plainLabel';
import type { ListedAnnotation } from '../../workspace/annotations/annotationTrees';
import { passageAt } from '../../workspace/annotations/passageAt';
import { askForPlace, type PlacedAnnotation, selectionIn } from './askForPlace';

/**
 * Gives an annotation whose passage is lost another one: what is selected, or one of the places that are most like it. `value`
 * is a row of the Annotations view; without one it is a lost annotation of the article in the active editor.
 */
export async function reattachAnnotation(
  value: PlacedAnnotation | ListedAnnotation | undefined,
  services: Services,
): Promise<void> {
  const { annotations } = services;
  const isListed = value !== undefined && 'row' in value;
  const lost = isListed ? await opened(value, services) : (value ?? (await lostInEditor(services)));
  if (lost === undefined) return;
  const { found, anchored } = lost;
  const { document, path, archive } = found;
  if (anchored.annotation.creator !== found.me) {
    void showInformation(vscode.l10n.t('Only {0} can re-attach this annotation.', anchored.annotation.creator));
    return;
  }
  annotations.pendingReattach = anchored.annotation.id;
  const chosen = (value === undefined && selectionIn(document)) || (await askForPlace(document, lost));
  const described = chosen && (await passageAt(document, chosen, annotations));
  if (described === undefined) return;
  const { passage, prepared } = described;
  const { annotation } = anchored;
  await annotations.edits.replace({ archive, path }, annotation, (now) => reattach(annotation, passage, now), prepared);
  annotations.pendingReattach = undefined;
}

async function opened({ archive, row }: ListedAnnotation, services: Services): Promise<PlacedAnnotation | undefined> {
  const { t } = vscode.l10n;
  if (row.article === undefined) return undefined;
  const uri = archive.uri({ path: row.article });
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(uri);
  } catch {
    const find = t('Find Moved Articles');
    const message = t('{0} is not here any more, or cannot be opened. Its annotations are kept.', row.article);
    const chosen = await showWarning(message, find);
    if (chosen === find) await vscode.commands.executeCommand('marginalia.findMovedArticles');
    return undefined;
  }
  await vscode.window.showTextDocument(document);
  const found = await services.annotations.documents.findNow(document);
  const anchored = found?.anchored.anchored.find(({ annotation }) => annotation.id === row.id);
  if (found === undefined || anchored === undefined) return undefined;
  if (anchored.state === 'orphan' && anchored.annotation.target.kind === 'passage') return { found, anchored };
  void showInformation(t('This annotation is not on a passage that is lost.'));
  return undefined;
}

/** The lost annotation of the active article that was last in hand, else its only one, else one that the person picks. */
async function lostInEditor({ annotations }: Services): Promise<PlacedAnnotation | undefined> {
  const { t } = vscode.l10n;
  const document = vscode.window.activeTextEditor?.document;
  const found = document && (await annotations.documents.findNow(document));
  if (found === undefined) return undefined;
  const lost = found.anchored.anchored.filter(
    ({ annotation, state }) =>
      state === 'orphan' && annotation.target.kind === 'passage' && annotation.creator === found.me,
  );
  const [only] = lost;
  const known =
    lost.find(({ annotation }) => annotation.id === annotations.pendingReattach) ??
    (lost.length === 1 ? only : undefined);
  if (known !== undefined) return { found, anchored: known };
  if (lost.length === 0) {
    void showInformation(t('All passages of your annotations on this article are found.'));
    return undefined;
  }
  const items = lost.map((anchored) => ({
    label: plainLabel(subjectOf(anchored.annotation)),
    detail: plainLabel(anchored.annotation.note),
    anchored,
  }));
  const chosen = await vscode.window.showQuickPick(items, { title: t('Which Annotation Is to Be Re-attached?') });
  return chosen && { found, anchored: chosen.anchored };
}
