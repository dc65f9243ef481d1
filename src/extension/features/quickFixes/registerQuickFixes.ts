import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { isArticle } from '../../workspace/archives/isArticle';
import { fixAllKind } from './fixAllKind';

/** Offers to mend the problems of open articles: one by one, all at once, and when an article is saved. */
export function registerQuickFixes(services: Services): vscode.Disposable {
  return vscode.Disposable.from(
    // What an archive counts as articles may be files of any language.
    vscode.languages.registerCodeActionsProvider(
      '*',
      {
        async provideCodeActions(document, range, { only }, token) {
          if (!isArticle(document.uri, services.archives)) return [];
          const { problemActions } = await import('./problemActions');
          return problemActions(document, range, only, token, services);
        },
        async resolveCodeAction(action) {
          const { resolveAction } = await import('./problemActions');
          return resolveAction(action, services);
        },
      },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind] },
    ),
    registerCommand('fixArticle', async (article) => (await import('./fixArticle')).fixArticle(article, services)),
    registerCommand('ignoreInConfig', async (article, rule) =>
      (await import('./ignoreProblem')).ignoreProblem(article, rule, services),
    ),
  );
}
