import * as vscode from 'vscode';
import type { ContestedPlace } from '../../../core/annotations/agreement/contestedPlaces';
import type { LabelledArticle } from '../../../core/annotations/agreement/labelledArticle';
import { previewEditorType } from '../../contributions';
import type { Services } from '../../services';
import { showWarning } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';
import { fileExists } from '../../workspace/archives/fileExists';
import { givenAt } from './agreementPlace';

/** Opens the preview of an article where people see it differently, with the marks of all of them. */
export async function openPlace(
  place: ContestedPlace,
  article: LabelledArticle,
  archive: Archive,
  { annotations }: Services,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  const uri = archive.uri({ path: place.path });
  if (!(await fileExists(uri))) {
    void showWarning(
      vscode.l10n.t('{0} is not here any more, or cannot be opened. Its annotations are kept.', place.path),
    );
    return;
  }
  const id = givenAt(place, article).find((given) => given.id !== undefined)?.id;
  annotations.expected = id;
  await vscode.commands.executeCommand('vscode.openWith', uri, previewEditorType, options);
  if (id !== undefined) annotations.askFor(id);
}
