import * as vscode from 'vscode';
import { registerCommand } from '../../contribute';
import { isArticle } from '../../isArticle';
import type { Services } from '../../services';
import { DocumentThreads } from './documentThreads';
import { registerThreadCommands } from './registerThreadCommands';

/** Annotations of open articles as threads in the text editor. */
export function registerAnnotationThreads(services: Services): vscode.Disposable {
  const { annotations, archives } = services;
  const controller = vscode.comments.createCommentController('marginalia', 'Marginalia');
  controller.options = {
    prompt: vscode.l10n.t('Answer'),
    placeHolder: vscode.l10n.t('Write a note…'),
  };
  controller.commentingRangeProvider = {
    provideCommentingRanges: (document) =>
      isArticle(document.uri, archives) && document.lineCount > 0
        ? [new vscode.Range(0, 0, document.lineCount - 1, 0)]
        : [],
  };
  const threads = new DocumentThreads(controller);
  return vscode.Disposable.from(
    threads,
    controller,
    annotations.documents.onDidFind((found) => threads.show(found)),
    annotations.documents.onDidClose((uri) => threads.close(uri)),
    annotations.onDidAskFor((id) => threads.expand(id)),
    registerThreadCommands(threads, services),
    registerCommand('undoDeleteAnnotation', () => annotations.edits.undoRemove()),
  );
}
