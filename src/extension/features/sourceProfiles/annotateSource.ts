import * as vscode from 'vscode';
import type { Services } from '../../services';
import { askForLabels } from '../../workspace/annotations/askForLabels';
import type { PlacedSource } from '../../workspace/articleArguments';

/** Annotates a source: asks for labels, and for a note. */
export async function annotateSource({ archive, source }: PlacedSource, { annotations }: Services): Promise<void> {
  const own = annotations.of(archive);
  if (own === undefined) return;
  const labels = await askForLabels(own, 'source');
  if (labels === undefined) return;
  const note = await vscode.window.showInputBox({
    title: source.name,
    placeHolder: vscode.l10n.t('Write a note…'),
    ignoreFocusOut: true,
  });
  if (note === undefined || (note.trim() === '' && labels.length === 0)) return;
  const target = { kind: 'source', name: source.name } as const;
  await annotations.edits.add({ archive, path: undefined }, target, { labels, note: note.trim() });
}
