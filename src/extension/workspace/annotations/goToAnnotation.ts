import * as vscode from 'vscode';
import { commandName } from '../../contributions';
import type { Services } from '../../services';
import { showWarning } from '../../ui/notify';
import { rangeOf } from './anchoredDocument';
import type { ListedAnnotation } from './annotationTrees';

/** Opens the article of an annotation at its passage, wherever that stands by now, with its thread. */
export async function goToAnnotation(
  { archive, row }: ListedAnnotation,
  { annotations }: Services,
  options: vscode.TextDocumentShowOptions,
): Promise<void> {
  if (row.article === undefined) {
    const folder = archive.folder.uri.toString();
    await vscode.commands.executeCommand(commandName('editSourceProfile'), { source: row.subject, folder });
    return;
  }
  let document: vscode.TextDocument;
  try {
    document = await vscode.workspace.openTextDocument(archive.uri({ path: row.article }));
  } catch {
    void showWarning(
      vscode.l10n.t('{0} is not here any more, or cannot be opened. Its annotations are kept.', row.article),
    );
    return;
  }
  const found = await annotations.documents.findNow(document);
  const anchored = found?.anchored.anchored.find(({ annotation }) => annotation.id === row.id);
  const selection = found && anchored && rangeOf(found, anchored);
  await vscode.window.showTextDocument(document, {
    selection: selection ?? new vscode.Range(0, 0, 0, 0),
    ...options,
  });
  annotations.askFor(row.id);
}
