import * as vscode from 'vscode';
import type { Log } from '../../../core/host/log';
import type { Archives } from './archives';

/** Long enough that a run of keys is one reading, short enough to seem at once. */
const pause = 120;

/** Hands unsaved text of open documents to their archives, and lets go of it when it is saved or given up. */
export function followOpenDocuments(archives: Archives, log: Log): vscode.Disposable {
  const waiting = new Map<vscode.TextDocument, ReturnType<typeof setTimeout>>();
  const forget = (document: vscode.TextDocument): void => {
    clearTimeout(waiting.get(document));
    waiting.delete(document);
  };
  // What cannot be read is tried again when the file system tells of it.
  const report = (error: unknown): void => log.warn(String(error));
  const release = (document: vscode.TextDocument): void => {
    forget(document);
    archives.of(document.uri)?.releaseDocument(document.uri).catch(report);
  };
  const readSaved = (document: vscode.TextDocument): void => {
    // Typed on while it was being saved.
    if (document.isDirty) return;
    forget(document);
    archives.of(document.uri)?.readSaved(document).catch(report);
  };
  const read = (document: vscode.TextDocument): void => {
    forget(document);
    archives.of(document.uri)?.readDocument(document).catch(report);
  };
  return vscode.Disposable.from(
    // VS Code tells of the first change while the document still counts as saved, and then that it does not any more.
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (archives.of(document.uri)?.articlePath(document.uri) === undefined) return;
      if (!document.isDirty) {
        release(document);
        return;
      }
      forget(document);
      waiting.set(
        document,
        setTimeout(() => read(document), pause),
      );
    }),
    // With text of its own from the start: kept from the last session, or moved along with a renamed file.
    vscode.workspace.onDidOpenTextDocument(read),
    vscode.workspace.onDidSaveTextDocument(readSaved),
    vscode.workspace.onDidCloseTextDocument(release),
    {
      dispose: () => {
        for (const document of [...waiting.keys()]) forget(document);
      },
    },
  );
}
