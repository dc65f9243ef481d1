import * as vscode from 'vscode';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { counted } from '../../ui/counts';
import { showError, showInformation } from '../../ui/notify';
import { fixAllEdit } from './fixAllEdit';

const messageMilliseconds = 5000;

/** Mends all that needs no guessing in one article, which stays open and unsaved to be looked at. */
export async function fixArticle(wanted: unknown, { archives, problems, log }: Services): Promise<void> {
  const { t } = vscode.l10n;
  const uri = wanted instanceof vscode.Uri ? wanted : vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined) {
    void showInformation(t('Open an article first, then fix it.'));
    return;
  }
  try {
    await archives.whenRead();
    const document = await vscode.workspace.openTextDocument(uri);
    const checked = await problems.documents.checkNow(document);
    if (checked === undefined) {
      void showInformation(t('This file is no article of an archive.'));
      return;
    }
    const fixed = fixAllEdit(checked);
    if (fixed === undefined) {
      void vscode.window.setStatusBarMessage(
        t('Nothing in this article can be fixed without guessing.'),
        messageMilliseconds,
      );
      return;
    }
    await vscode.window.showTextDocument(document);
    if (checked.version !== document.version || !(await vscode.workspace.applyEdit(fixed.edit))) {
      throw new Error(t('The article has been changed meanwhile. Try again.'));
    }
    const message = counted(t('Fixed 1 problem in this article.|Fixed {0} problems in this article.'), fixed.fixed);
    vscode.window.setStatusBarMessage(message, messageMilliseconds);
  } catch (error) {
    log.error(`${uri}: ${error}`);
    const why = errorText(error);
    await showError(t('The article could not be fixed. {0}', why));
  }
}
