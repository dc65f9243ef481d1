import * as vscode from 'vscode';
import { sourcesPath } from '../../../core/config/archiveConfig';
import { editorText, placedEdits } from '../../../core/problems/articleFixes';
import { renameInSources } from '../../../core/sources/renameInSources';
import { textChanges } from '../../../core/text/textChanges';
import type { Archive } from '../../workspace/archives/archive';
import { readWorkspaceText } from '../../workspace/archives/readWorkspaceText';

/** Adds the new name, with the old one as an alias, to `sources.json`; undefined where there is nothing to add. */
export async function sourcesFileEdit(
  archive: Archive,
  before: string,
  after: string,
): Promise<((edit: vscode.WorkspaceEdit) => void) | undefined> {
  const uri = vscode.Uri.joinPath(archive.folder.uri, sourcesPath);
  const label = vscode.l10n.t('Names of sources');
  const metadata = { label, needsConfirmation: false };
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  const text = open?.getText() ?? (await readWorkspaceText(uri));
  const written = text === undefined ? undefined : editorText(text);
  const changed = renameInSources(written, before, after);
  if (changed === undefined || changed === written) return undefined;
  return (edit) => {
    if (written === undefined) {
      edit.createFile(uri, { contents: new TextEncoder().encode(changed), ignoreIfExists: true }, metadata);
      return;
    }
    for (const { start, end, text: replacement } of placedEdits(written, textChanges(written, changed))) {
      edit.replace(uri, new vscode.Range(start.line, start.character, end.line, end.character), replacement, metadata);
    }
  };
}
