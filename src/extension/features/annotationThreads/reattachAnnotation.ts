import * as vscode from 'vscode';
import { reattach } from '../../../core/annotations/model/writeAnnotation';
import { passageAt } from '../../annotations/passageAt';
import type { Services } from '../../services';
import type { ShownThread } from './documentThreads';

interface Place extends vscode.QuickPickItem {
  readonly range: vscode.Range;
}

/** Gives an annotation whose passage is lost another one: what is selected, or one of the places that are most like it. */
export async function reattachAnnotation(
  { found, annotation, anchored }: ShownThread,
  services: Services,
): Promise<void> {
  const { annotations } = services;
  const { document, path, archive } = found;
  const tools = await annotations.loadTools();
  const chosen = await askForPlace(document, selectionIn(document), anchored.candidates, found);
  const described = chosen && passageAt(document, chosen, tools);
  if (described === undefined) return;
  const { passage, prepared } = described;
  await annotations.edits.replace({ archive, path }, annotation, (now) => reattach(annotation, passage, now), prepared);
}

function selectionIn(document: vscode.TextDocument): vscode.Range | undefined {
  const editor = vscode.window.visibleTextEditors.find(
    (visible) => visible.document === document && !visible.selection.isEmpty,
  );
  return editor?.selection;
}

async function askForPlace(
  document: vscode.TextDocument,
  selection: vscode.Range | undefined,
  candidates: ShownThread['anchored']['candidates'],
  { anchored: { prepared }, version }: ShownThread['found'],
): Promise<vscode.Range | undefined> {
  const { t } = vscode.l10n;
  const places: Place[] =
    prepared === undefined || document.version !== version
      ? []
      : candidates.map(({ start, end, text, score }) => {
          const source = prepared.article.sourceOf({ start, end });
          const range = new vscode.Range(document.positionAt(source.start), document.positionAt(source.end));
          return { label: text, description: t('{0} % alike', Math.round(score * 100)), range };
        });
  if (selection !== undefined) {
    places.unshift({ label: document.getText(selection), description: t('what is selected'), range: selection });
  }
  if (places.length === 0) {
    void vscode.window.showInformationMessage(t('Select the passage that the annotation is to be on, then try again.'));
    return undefined;
  }
  // What is selected is what the person means.
  if (places.length === 1 && selection !== undefined) return selection;
  return (await vscode.window.showQuickPick(places, { title: t('Re-attach the Annotation To') }))?.range;
}
