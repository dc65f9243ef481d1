import * as vscode from 'vscode';
import type { Log } from '../../../core/host/log';
import { counted } from '../../ui/counts';
import { showError, showInformation, showWarning } from '../../ui/notify';
import type { AppliedChanges } from './applyChanges';
import { uriOf } from './articleChange';

/** Says what was done and what was not, and offers to save what VS Code has not saved by itself. */
export function tellChanges(done: string, applied: AppliedChanges, log: Log): void {
  const failed = (error: unknown): void => log.error(`Saving changed articles: ${error}`);
  tellWhenUndone(applied, failed);
  tell(done, applied).catch(failed);
}

/** VS Code undoes an edit of many files in one step, but says nothing of them and saves none. */
const undoneWithin = 500;

let watching: vscode.Disposable | undefined;

function tellWhenUndone({ done }: AppliedChanges, failed: (error: unknown) => void): void {
  watching?.dispose();
  const changed = new Set(done.map((change) => uriOf(change).toString()));
  if (changed.size === 0) return;
  watching = vscode.workspace.onDidChangeTextDocument(({ document, reason }) => {
    if (reason !== vscode.TextDocumentChangeReason.Undo || !changed.has(document.uri.toString())) return;
    watching?.dispose();
    // The others follow within a moment.
    setTimeout(() => tellUndone(changed).catch(failed), undoneWithin);
  });
}

async function tellUndone(changed: ReadonlySet<string>): Promise<void> {
  const { t } = vscode.l10n;
  const unsaved = vscode.workspace.textDocuments.filter(
    (document) => document.isDirty && changed.has(document.uri.toString()),
  );
  if (unsaved.length === 0) return;
  const message = counted(t('Undone. 1 article is not saved.|Undone. {0} articles are not saved.'), unsaved.length);
  const save = t('Save All');
  if ((await showInformation(message, save)) === save) await saveAll(unsaved);
}

async function tell(done: string, { skipped, unsaved }: AppliedChanges): Promise<void> {
  const { t } = vscode.l10n;
  const left = counted(
    t(
      '1 article was changed meanwhile and left alone: do it again for it.|{0} articles were changed meanwhile and left alone: do it again for them.',
    ),
    skipped,
  );
  const open = counted(t('1 article is not saved.|{0} articles are not saved.'), unsaved.length);
  const message = [done, ...(skipped > 0 ? [left] : []), ...(unsaved.length > 0 ? [open] : [])].join(' ');
  const show = skipped > 0 ? showWarning : showInformation;
  const save = t('Save All');
  const chosen = unsaved.length > 0 ? await show(message, save) : await show(message);
  if (chosen === save) await saveAll(unsaved);
}

async function saveAll(unsaved: readonly vscode.TextDocument[]): Promise<void> {
  const { t } = vscode.l10n;
  const saved = await Promise.all(unsaved.map((document) => document.isClosed || document.save()));
  const failed = saved.filter((isSaved) => !isSaved).length;
  if (failed > 0) {
    await showError(
      counted(
        t(
          '1 article could not be saved. It stays open and unsaved: see File › Save All.|{0} articles could not be saved. They stay open and unsaved: see File › Save All.',
        ),
        failed,
      ),
    );
  }
}
