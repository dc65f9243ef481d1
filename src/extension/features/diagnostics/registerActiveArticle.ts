import * as vscode from 'vscode';
import type { Problem } from '../../../core/problems/problem';
import { LineIndex } from '../../../core/text/lineIndex';
import { commandName } from '../../contributions';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { rangeIn } from '../../ui/rangeIn';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { describeProblemCounts } from './describeProblemCounts';

/** Right of all that is about the workspace, which every window shows. */
const priority = -1000;

/** Tells how many problems the article in the active editor has, and goes from one to the next. */
export function registerActiveArticle({ problems: { documents } }: Services): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('problems', vscode.StatusBarAlignment.Left, priority);
  item.name = vscode.l10n.t('Problems of the Article');
  item.command = commandName('nextProblem');
  const active = (): CheckedDocument | undefined => {
    const editor = vscode.window.activeTextEditor;
    return editor && documents.of(editor.document.uri);
  };
  const update = (): void => {
    const checked = active();
    if (checked === undefined) {
      item.hide();
      return;
    }
    Object.assign(item, describeProblemCounts(checked.problems));
    item.show();
  };
  const isActive = (uri: vscode.Uri): boolean =>
    vscode.window.activeTextEditor?.document.uri.toString() === uri.toString();
  const go = async (step: 1 | -1): Promise<void> => {
    const editor = vscode.window.activeTextEditor;
    const checked = editor && (await documents.checkNow(editor.document));
    if (editor !== undefined && checked !== undefined) await goToProblem(editor, checked, step);
  };
  update();
  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(update),
    documents.onDidCheck(({ document }) => isActive(document.uri) && update()),
    documents.onDidClose((uri) => isActive(uri) && update()),
    registerCommand('nextProblem', () => go(1)),
    registerCommand('previousProblem', () => go(-1)),
  );
}

/** Selects the problem after or before the cursor, from the last on to the first, and shows what it is about. */
async function goToProblem(
  editor: vscode.TextEditor,
  { article, problems }: CheckedDocument,
  step: 1 | -1,
): Promise<void> {
  const lines = new LineIndex(article.text);
  const ranges = worthVisiting(problems).map(({ range }) => rangeIn(lines, range));
  const { start } = editor.selection;
  const next =
    step === 1
      ? (ranges.find((range) => range.start.isAfter(start)) ?? ranges[0])
      : (ranges.findLast((range) => range.start.isBefore(start)) ?? ranges.at(-1));
  if (next === undefined) return;
  editor.selection = new vscode.Selection(next.start, next.end);
  editor.revealRange(next, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.window.showTextDocument(editor.document, editor.viewColumn ?? vscode.ViewColumn.Active);
  await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
}

/** Hints are advice: they are visited where there is nothing else. */
function worthVisiting(problems: readonly Problem[]): readonly Problem[] {
  const counted = problems.filter(({ severity }) => severity !== 'hint');
  return counted.length > 0 ? counted : problems;
}
