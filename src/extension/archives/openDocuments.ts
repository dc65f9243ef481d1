import * as vscode from 'vscode';
import type { Archives } from './archives';

/** Long enough that a run of keys is one reading, short enough to seem at once. */
const pause = 120;

/** Hands unsaved text of open documents to their archives, and lets go of it when it is saved or given up. */
export function followOpenDocuments(archives: Archives): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
  };
  const release = (document: vscode.TextDocument): void => {
    forget(document);
    archives
      .of(document.uri)
      ?.releaseDocument(document.uri)
      // The archive logs what it cannot read; the file's own change event tries again.
      .catch(() => undefined);
  };
  const read = (document: vscode.TextDocument): void => {
    forget(document);
    archives.of(document.uri)?.readDocument(document);
  };
  return vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (archives.of(document.uri)?.articlePath(document.uri) === undefined) return;
      if (!document.isDirty) {
        release(document);
      } else if (contentChanges.length > 0) {
        forget(document);
        waiting.set(
          document,
          setTimeout(() => read(document), pause),
        );
      }
    }),
    vscode.workspace.onDidSaveTextDocument(release),
    vscode.workspace.onDidCloseTextDocument(release),
    {
      dispose: () => {
        for (const document of [...waiting.keys()]) forget(document);
      },
    },
  );
}
