import * as vscode from 'vscode';
import type { Log } from '../../core/host/log';
import { showError, showInformation, showWarning } from '../notify';
import { showNumber } from '../showNumber';
import type { AppliedChanges } from './applyChanges';

/** Says what was done and what was not, and offers to save what VS Code has not saved by itself. */
export function tellChanges(done: string, applied: AppliedChanges, log: Log): void {
  tell(done, applied).catch((error: unknown) => log.error(`Saving changed articles: ${error}`));
}

async function tell(done: string, { skipped, unsaved }: AppliedChanges): Promise<void> {
  const { t } = vscode.l10n;
  const left = t('{0} articles were changed meanwhile and left alone: do it again for them.', showNumber(skipped));
  const message = skipped > 0 ? `${done} ${left}` : done;
  const show = skipped > 0 ? showWarning : showInformation;
  const save = t('Save All');
  const chosen = unsaved.length > 0 ? await show(message, save) : await show(message);
  if (chosen !== save) return;
  const saved = await Promise.all(unsaved.map((document) => document.isClosed || document.save()));
  const failed = saved.filter((isSaved) => !isSaved).length;
  if (failed > 0) {
    await showError(
      t('{0} articles could not be saved. They stay open and unsaved: see File › Save All.', showNumber(failed)),
    );
  }
}
