import * as vscode from 'vscode';
import { LineIndex } from '../../../core/article/lineIndex';
import type { Fix } from '../../../core/problems/fix';
import type { Problem } from '../../../core/problems/problem';
import { commandName } from '../../contributions';
import type { DocumentTools } from '../../platform';
import type { CheckedDocument } from '../../problems/checkedDocument';
import { diagnosticOf } from '../../problems/diagnosticOf';
import { addArticleEdit, rangeIn } from '../../problems/fixEdit';
import { translate } from '../../problems/translate';
import type { Services } from '../../services';
import { fixAllEdit } from './fixAllEdit';

const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('marginalia');

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
export class ProblemActions implements vscode.CodeActionProvider {
  static readonly kinds: readonly vscode.CodeActionKind[] = [vscode.CodeActionKind.QuickFix, fixAllKind];
  readonly #services: Services;

  constructor(services: Services) {
    this.#services = services;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    { only }: vscode.CodeActionContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.CodeAction[]> {
    const wantsFixes = only === undefined || only.contains(vscode.CodeActionKind.QuickFix);
    const wantsFixAll = only?.contains(fixAllKind) ?? false;
    if (!wantsFixes && !wantsFixAll) return [];
    const { problems } = this.#services;
    const checked = await problems.documents.checkNow(document);
    if (checked === undefined || checked.version !== document.version || token.isCancellationRequested) return [];
    const tools = await problems.loadTools();
    return [
      ...(wantsFixes ? fixActions(checked, range, tools) : []),
      ...(wantsFixAll ? fixAllOnSave(checked, tools) : []),
    ];
  }

  async resolveCodeAction(action: vscode.CodeAction): Promise<vscode.CodeAction> {
    if (!(action instanceof FixAllAction)) return action;
    const { problems } = this.#services;
    const checked = await problems.documents.checkNow(action.document);
    const fixed = checked && fixAllEdit(checked, await problems.loadTools(), action.rules);
    if (fixed !== undefined) action.edit = fixed.edit;
    return action;
  }
}

/** As VS Code asks for it when a document is saved. */
function fixAllOnSave(checked: CheckedDocument, tools: DocumentTools): readonly vscode.CodeAction[] {
  const fixed = fixAllEdit(checked, tools);
  if (fixed === undefined) return [];
  const action = new vscode.CodeAction(vscode.l10n.t('Fix all safe problems in this article'), fixAllKind);
  action.edit = fixed.edit;
  return [action];
}

function fixActions(checked: CheckedDocument, range: vscode.Range, tools: DocumentTools): readonly vscode.CodeAction[] {
  const { t } = vscode.l10n;
  const { article, archive, document } = checked;
  const lines = new LineIndex(article.text);
  const here = checked.problems.filter((problem) => rangeIn(lines, problem.range).intersection(range) !== undefined);
  const actions: vscode.CodeAction[] = [];
  const add = (problem: Problem, action: vscode.CodeAction): void => {
    action.diagnostics = [diagnosticOf(problem, lines, archive)];
    actions.push(action);
  };
  for (const problem of here) {
    for (const [index, fix] of tools.fixesOf(problem, article).entries()) {
      const action = actionOf(fix, checked);
      action.isPreferred = index === 0 && fix.isGuess !== true;
      add(problem, action);
    }
  }
  const safe = checked.problems.filter(({ safelyFixable }) => safelyFixable);
  for (const problem of oneOfEachRule(here)) {
    if (safe.filter(({ rule }) => rule === problem.rule).length < 2) continue;
    add(problem, new FixAllAction(t('Fix all of {0} in this article', problem.rule), document, [problem.rule]));
  }
  if (safe.length > 1 && here[0] !== undefined) {
    add(here[0], new FixAllAction(t('Fix all safe problems in this article'), document));
  }
  for (const problem of oneOfEachRule(here)) {
    for (const fix of tools.suppressionFixes(problem, article)) add(problem, actionOf(fix, checked));
    add(
      problem,
      commandAction(t('Ignore {0} in this article in config.json', problem.rule), commandName('ignoreInConfig'), [
        document.uri,
        problem.rule,
      ]),
    );
  }
  for (const problem of oneOfEachRule(here)) {
    add(problem, commandAction(t('Explain {0}', problem.rule), commandName('showRule'), [problem.rule]));
  }
  return actions;
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

function commandAction(title: string, command: string, args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = { title, command, arguments: [...args] };
  return action;
}

function oneOfEachRule(problems: readonly Problem[]): readonly Problem[] {
  const byRule = new Map<string, Problem>();
  for (const problem of problems) if (!byRule.has(problem.rule)) byRule.set(problem.rule, problem);
  return [...byRule.values()];
}
