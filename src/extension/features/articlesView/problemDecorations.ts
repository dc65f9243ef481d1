import * as vscode from 'vscode';
import { isUnreadable } from '../../../core/article/articleEntry';
import type { Severity } from '../../../core/problems/problem';
import { gravestOf, problemCount } from '../../../core/problems/problemSummary';
import type { Services } from '../../services';
import { showProblems } from './showProblems';

/** Not the file's own scheme: there VS Code and others put decorations of theirs. */
const scheme = 'marginalia-article';

const colors: Readonly<Record<Severity, string | undefined>> = {
  error: 'list.errorForeground',
  warning: 'list.warningForeground',
  information: undefined,
  hint: undefined,
};

/** What the row of an article is decorated by. */
export function decoratedUri(article: vscode.Uri): vscode.Uri {
  return vscode.Uri.from({ scheme, path: '/', query: article.toString() });
}

/** Puts the number of its problems on an article's row, in the colour of the gravest. */
export function decorateProblems({ archives, problems }: Services): vscode.Disposable {
  const changed = new vscode.EventEmitter<vscode.Uri[]>();
  const provider: vscode.FileDecorationProvider = {
    onDidChangeFileDecorations: changed.event,
    provideFileDecoration: async (uri) => {
      if (uri.scheme !== scheme) return undefined;
      const article = vscode.Uri.parse(uri.query);
      const archive = archives.of(article);
      const entry = archive?.entryOf(article);
      if (archive === undefined || entry === undefined || !archive.hasProblems(entry)) return undefined;
      const summary = archive.problems.of(entry.path);
      // What an editor finds in a file in another encoding says nothing of the article.
      const count = isUnreadable(entry) ? 0 : problemCount(summary);
      const color = colors[count === 0 ? 'error' : (gravestOf(summary) ?? 'hint')];
      return new vscode.FileDecoration(
        count === 0 ? '!' : count > 9 ? '9+' : String(count),
        vscode.l10n.t('Problems: {0}', await showProblems(entry, archive, problems.ruleTexts)),
        color === undefined ? undefined : new vscode.ThemeColor(color),
      );
    },
  };
  return vscode.Disposable.from(
    changed,
    vscode.window.registerFileDecorationProvider(provider),
    problems.onDidChange(({ archive, change }) =>
      changed.fire(change.map(({ path }) => decoratedUri(archive.uri({ path })))),
    ),
  );
}
