import * as vscode from 'vscode';
import { configPath } from '../../../core/archive/archiveConfig';
import { LineIndex } from '../../../core/article/lineIndex';
import { fileExists } from '../../fileExists';
import { showError } from '../../notify';
import { rangeIn } from '../../problems/fixEdit';
import type { Services } from '../../services';

/** Accepts the problems that a rule finds in an article, by an entry in the archive's configuration. */
export async function ignoreProblem(article: unknown, rule: unknown, services: Services): Promise<void> {
  if (!(article instanceof vscode.Uri) || typeof rule !== 'string') return;
  try {
    await addToConfig(article, rule, services);
  } catch (error) {
    services.log.error(`${configPath}: ${error}`);
    const why = error instanceof Error ? error.message : String(error);
    await showError(vscode.l10n.t('{0} could not be changed. {1}', configPath, why));
  }
}

async function addToConfig(article: vscode.Uri, rule: string, { archives, problems }: Services): Promise<void> {
  const { t } = vscode.l10n;
  const archive = archives.of(article);
  const path = archive?.articlePath(article);
  if (archive === undefined || path === undefined) return;
  const config = archive.uri({ path: configPath });
  const { ignoreInConfig, textChanges } = await problems.loadTools();
  const edit = new vscode.WorkspaceEdit();
  const document = (await fileExists(config)) ? await vscode.workspace.openTextDocument(config) : undefined;
  const wasDirty = document?.isDirty ?? false;
  const before = document?.getText();
  const after = ignoreInConfig(before, rule, path);
  if (after === undefined) {
    const open = t('Open');
    const why = t('{0} cannot be read as it should be. Mend it, then try again.', configPath);
    if ((await showError(why, open)) === open) await vscode.window.showTextDocument(config);
    return;
  }
  if (before === undefined) {
    edit.createFile(config, { contents: new TextEncoder().encode(after) });
  } else {
    const lines = new LineIndex(before);
    for (const { range, text } of textChanges(before, after)) edit.replace(config, rangeIn(lines, range), text);
  }
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error(t('Is the folder writable?'));
  if (document === undefined) return;
  // What else somebody has typed there is theirs to save.
  if (wasDirty) await vscode.window.showTextDocument(document);
  else await document.save();
}
