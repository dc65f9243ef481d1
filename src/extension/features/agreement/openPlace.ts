import * as vscode from 'vscode';
import type { ContestedPlace } from '../../../core/annotations/agreement/contestedPlaces';
import type { LabelledArticle } from '../../../core/annotations/agreement/labelledArticle';
import { rangeOf } from '../../annotations/anchoredDocument';
import type { Archive } from '../../archives/archive';
import { showWarning } from '../../notify';
import type { Services } from '../../services';
import { givenAt } from './agreementPlace';

/** More threads than these would hide the text they are about. */
const threadsShown = 3;

/** Opens an article where people see it differently, wherever that stands by now, with the threads of all of them. */
export async function openPlace(
  place: ContestedPlace,
  article: LabelledArticle,
  archive: Archive,
  { annotations }: Services,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(archive.uri({ path: place.path }));
  } catch {
    void showWarning(
      vscode.l10n.t('{0} is not here any more, or cannot be opened. Its annotations are kept.', place.path),
    );
    return;
  }
  const ids = [...new Set(givenAt(place, article).flatMap(({ id }) => id ?? []))];
  const found = await annotations.documents.findNow(document);
  const anchored = found?.anchored.anchored.find(({ annotation }) => annotation.id === ids[0]);
  const selection = found && anchored && rangeOf(found, anchored);
  await vscode.window.showTextDocument(document, { selection: selection ?? new vscode.Range(0, 0, 0, 0), ...options });
  for (const id of ids.slice(0, threadsShown).reverse()) annotations.askFor(id);
}
