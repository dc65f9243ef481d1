import * as vscode from 'vscode';
import type { Services } from '../../services';
import { registerCommand } from '../../ui/contribute';
import { DocumentThreads } from './documentThreads';
import { PassageDecorations } from './passageDecorations';
import { registerThreadCommands } from './registerThreadCommands';

/**
 * Annotations of open articles as threads in the text editor. They are made by key and menu, not in the margin: to offer that,
 * VS Code asks about every document before its extensions know it, so that all of them stay open for minutes after they are
 * closed; and each offer puts all threads together anew, one that comes or is written in meanwhile sometimes twice.
 */
export function registerAnnotationThreads(services: Services): vscode.Disposable {
  const { annotations } = services;
  const controller = vscode.comments.createCommentController('marginalia', 'Marginalia');
  controller.options = {
    prompt: vscode.l10n.t('Answer'),
    placeHolder: vscode.l10n.t('Write a note…'),
  };
  const threads = new DocumentThreads(controller);
  const decorations = new PassageDecorations();
  return vscode.Disposable.from(
    threads,
    decorations,
    controller,
    annotations.documents.onDidFind((found) => {
      threads.show(found);
      decorations.show(found);
    }),
    annotations.documents.onDidClose((uri) => {
      threads.close(uri);
      decorations.close(uri);
    }),
    annotations.onDidAskFor((id) => threads.expand(id)),
    registerThreadCommands(threads, services),
    registerCommand('undoDeleteAnnotation', () => annotations.edits.undoRemove()),
  );
}
