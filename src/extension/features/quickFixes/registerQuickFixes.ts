import * as vscode from 'vscode';
import { registerCommand } from '../../contribute';
import type { Services } from '../../services';
import { fixArticle } from './fixArticle';
import { ignoreProblem } from './ignoreProblem';
import { ProblemActions } from './problemActions';

/** Offers to mend the problems of open articles: one by one, all at once, and when an article is saved. */
export function registerQuickFixes(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    // What an archive counts as articles may be files of any language.
    vscode.languages.registerCodeActionsProvider('*', new ProblemActions(services), {
      providedCodeActionKinds: ProblemActions.kinds,
    }),
    registerCommand('fixArticle', (article) => fixArticle(article, services)),
    registerCommand('ignoreInConfig', (article, rule) => ignoreProblem(article, rule, services)),
  );
}
