import * as vscode from 'vscode';
import { fixesOf, wantedForFixes } from '../../../core/problems/fixesOf';
import type { Problem } from '../../../core/problems/problem';
import { suppressionFixes } from '../../../core/problems/suppressionFixes';
import type { Fix } from '../../../core/text/fix';
import type { Services } from '../../services';
import { translate } from '../../ui/translate';
import { ActionsHere } from '../../workspace/problems/actionsHere';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { firstCommitTime } from '../../workspace/problems/firstCommit';
import { addArticleEdit } from '../../workspace/problems/fixEdit';
import { fixAllEdit } from './fixAllEdit';
import { fixAllKind } from './fixAllKind';

/** An action whose edit takes so long to find out that it is only found out when somebody wants it. */
class FixAllAction extends vscode.CodeAction {
  readonly document: vscode.TextDocument;
  readonly rules: readonly string[] | undefined;

  constructor(title: string, document: vscode.TextDocument, rules?: readonly string[]) {
    super(title, vscode.CodeActionKind.QuickFix);
    this.document = document;
    this.rules = rules;
  }
}

/** What a person can do about the problems of an open article. */
export async function problemActions(
  document: vscode.TextDocument,
  range: vscode.Range,
  only: vscode.CodeActionKind | undefined,
  token: vscode.CancellationToken,
  services: Services,
): Promise<vscode.CodeAction[]> {
  const wantsFixes = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
  const wantsFixAll = only?.contains(fixAllKind) ?? false;
  if (!wantsFixes && !wantsFixAll) return [];
  const here = await ActionsHere.at(document, range, token, services);
  if (here === undefined) return [];
  if (wantsFixes) {
    await learn(here, services);
    if (token.isCancellationRequested) return [];
    addFixes(here);
  }
  if (wantsFixAll) addFixAllOnSave(here);
  return here.all;
}

/** Finds the edit of an action that was offered without. */
export async function resolveAction<T extends vscode.CodeAction>(action: T, { problems }: Services): Promise<T> {
  if (!(action instanceof FixAllAction)) return action;
  const checked = await problems.documents.checkNow(action.document);
  const fixed = checked && fixAllEdit(checked, action.rules);
  if (fixed !== undefined) action.edit = fixed.edit;
  return action;
}

/** Finds out what the fixes here would use and a check does not look for. */
async function learn({ checked: { article, document }, problems }: ActionsHere, { log }: Services): Promise<void> {
  const wanted = problems.flatMap((problem) => wantedForFixes(problem, article));
  if (!wanted.includes('firstCommit')) return;
  try {
    const firstCommit = await firstCommitTime(document.uri);
    if (firstCommit !== undefined) article.learn({ ...article.knowledge, firstCommit });
  } catch (error) {
    log.warn(`Git could not be asked about ${document.uri}: ${error}`);
  }
}

/** As VS Code asks for it when a document is saved. */
function addFixAllOnSave(here: ActionsHere): void {
  const fixed = fixAllEdit(here.checked);
  if (fixed === undefined) return;
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe problems in this article'), fixAllKind);
  action.edit = fixed.edit;
  here.add(action);
}

function addFixes(here: ActionsHere): void {
  const { t } = vscode.l10n;
  const { checked, problems } = here;
  const { article, document } = checked;
  for (const problem of problems) {
    for (const [index, fix] of fixesOf(problem, article).entries()) {
      const action = actionOf(fix, checked);
      action.isPreferred = index === 0 && fix.isGuess !== true;
      here.add(action, problem);
    }
  }
  const safe = checked.problems.filter(({ safelyFixable }) => safelyFixable);
  for (const problem of oneOfEachRule(problems)) {
    if (safe.filter(({ rule }) => rule === problem.rule).length < 2) continue;
    here.add(new FixAllAction(t('Fix all of {0} in this article', problem.rule), document, [problem.rule]), problem);
  }
  if (safe.length > 1 && problems[0] !== undefined) {
    here.add(new FixAllAction(t('Fix all safe problems in this article'), document), problems[0]);
  }
  for (const problem of oneOfEachRule(problems)) {
    for (const fix of suppressionFixes(problem, article)) here.add(actionOf(fix, checked), problem);
    const ignore = t('Ignore {0} in this article in config.json', problem.rule);
    here.addCommand(ignore, 'ignoreInConfig', [document.uri, problem.rule], problem);
    const args = [document.uri, problem.rule];
    here.addCommand(t('Ignore {0} for this source or folder…', problem.rule), 'ignoreRule', args, problem);
    here.addCommand(t('Turn off {0} in this archive', problem.rule), 'turnOffRule', args, problem);
    here.addCommand(t('Change severity of {0}…', problem.rule), 'changeSeverity', args, problem);
  }
  for (const problem of oneOfEachRule(problems)) {
    here.addCommand(t('Explain {0}', problem.rule), 'showRule', [problem.rule], problem);
  }
}

function actionOf(fix: Fix, { archive, path, article }: CheckedDocument): vscode.CodeAction {
  const result = translate(fix.title);
  const title = fix.isGuess === true ? vscode.l10n.t('{0} (a guess)', result) : result;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.edit = new vscode.WorkspaceEdit();
  addArticleEdit(action.edit, {
    archive,
    path,
    text: article.text,
    edits: fix.edits,
    ...(fix.files && { files: fix.files }),
  });
  return action;
}

function oneOfEachRule(problems: readonly Problem[]): readonly Problem[] {
  const byRule = new Map<string, Problem>();
  for (const problem of problems) if (!byRule.has(problem.rule)) byRule.set(problem.rule, problem);
  return [...byRule.values()];
}
