import * as vscode from 'vscode';
import { brokenBecause } from '../../../core/images/remote/brokenBecause';
import { disableNextLine } from '../../../core/problems/disableNextLine';
import { errorText } from '../../../core/text/errorText';
import type { Services } from '../../services';
import { showError, showInformation } from '../../ui/notify';
import { applyToArticle } from './applyToArticle';

/** Accepts that an image is broken, with a reason that the person is asked for: a comment in the line above it says so. */
export async function markBroken([uri, rule, start]: readonly unknown[], services: Services): Promise<void> {
  const { t } = vscode.l10n;
  if (!(uri instanceof vscode.Uri) || typeof rule !== 'string' || typeof start !== 'number') return;
  const { problems, log } = services;
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    const checked = await problems.documents.checkNow(document);
    const problem = checked?.problems.find((one) => one.rule === rule && one.range.start === start);
    if (checked === undefined || problem === undefined) return;
    const reason = await vscode.window.showInputBox({
      title: t('Mark the Image as Known to Be Broken'),
      prompt: t('Why is it left as it is? The answer is kept in the article, above the image.'),
      value: brokenBecause(problem.data) ?? '',
      validateInput: (typed) => (/--|[<>\r\n]/.test(typed) ? t('Without “--”, “<” and “>”, please.') : undefined),
    });
    if (reason === undefined) return;
    const edit = disableNextLine(rule, start, checked.article, withDate(reason.trim()));
    if (edit === undefined) {
      void showInformation(t('No comment can stand above this line. Ignore the rule in this article instead.'));
      return;
    }
    await applyToArticle({ edits: [edit] }, checked);
  } catch (error) {
    log.error(`${uri}: ${error}`);
    const why = errorText(error);
    void showError(t('The image could not be marked. {0}', why));
  }
}

function withDate(reason: string): string {
  if (/\d{4}-\d\d-\d\d/.test(reason)) return reason;
  const today = new Date().toISOString().slice(0, 10);
  return reason === '' ? today : `${reason}, ${today}`;
}
