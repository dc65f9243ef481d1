import * as vscode from 'vscode';
import { setContextKey } from '../../ui/contribute';
import type { Archives } from './archives';

/** Whether a file counts among the articles of an archive, written down yet or not. */
export function isArticle(uri: vscode.Uri, archives: Archives): boolean {
  const archive = archives.of(uri);
  return archive?.isArchive === true && archive.articlePath(uri) !== undefined;
}

/** Keeps the context key that says whether the active editor holds an article. */
export function followIsArticle(archives: Archives): vscode.Disposable {
  const tell = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    setContextKey('isArticle', uri !== undefined && isArticle(uri, archives));
  };
  const watched = new Map<object, vscode.Disposable>();
  tell();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(tell),
    archives.onDidOpen((archive) => {
      watched.set(archive, vscode.Disposable.from(archive.onDidReset(tell), archive.onDidChangeState(tell)));
      tell();
    }),
    archives.onDidClose((archive) => {
      watched.get(archive)?.dispose();
      watched.delete(archive);
      tell();
    }),
    { dispose: () => vscode.Disposable.from(...watched.values()).dispose() },
  );
}
