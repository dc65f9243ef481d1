import * as vscode from 'vscode';
import { LineIndex } from '../../../core/text/lineIndex';
import { ruleScheme } from '../../contributions';
import type { Services } from '../../services';
import type { CheckedDocument } from '../../workspace/problems/checkedDocument';
import { diagnosticOf } from '../../workspace/problems/diagnosticOf';
import { registerActiveArticle } from './registerActiveArticle';
import { RulePages } from './rulePages';

/** Marks the problems of open articles in the editor and lists them in VS Code's own panel. */
export function registerDiagnostics(services: Services): vscode.Disposable {
  const { documents } = services.problems;
  const collection = vscode.languages.createDiagnosticCollection('marginalia');
  const show = ({ document, version, article, archive, problems }: CheckedDocument): void => {
    // A newer text has places of its own; its check is on the way.
    if (document.isClosed || document.version !== version) return;
    const lines = new LineIndex(article.text);
    collection.set(
      document.uri,
      problems.map((problem) => diagnosticOf(problem, lines, archive)),
    );
  };
  return vscode.Disposable.from(
    collection,
    documents.onDidCheck(show),
    documents.onDidClose((uri) => collection.delete(uri)),
    vscode.workspace.registerFileSystemProvider(ruleScheme, new RulePages(services.context.extensionUri), {
      isReadonly: true,
      isCaseSensitive: true,
    }),
    registerActiveArticle(services),
  );
}
