import * as vscode from 'vscode';
import { registerCommand } from '../../contribute';
import type { Services } from '../../services';
import { DocumentThreads } from './documentThreads';
import { offerCommenting } from './offerCommenting';
import { registerThreadCommands } from './registerThreadCommands';

/** Annotations of open articles as threads in the text editor. */
export function registerAnnotationThreads(services: Services): vscode.Disposable {
  const { annotations } = services;
  const controller = vscode.comments.createCommentController('marginalia', 'Marginalia');
  controller.options = {
    prompt: vscode.l10n.t('Answer'),
    placeHolder: vscode.l10n.t('Write a note…'),
  };
  const threads = new DocumentThreads(controller);
  return vscode.Disposable.from(
    threads,
    controller,
    offerCommenting(controller, services),
    annotations.documents.onDidFind((found) => threads.show(found)),
    annotations.documents.onDidClose((uri) => threads.close(uri)),
    annotations.onDidAskFor((id) => threads.expand(id)),
    registerThreadCommands(threads, services),
    registerCommand('undoDeleteAnnotation', () => annotations.edits.undoRemove()),
  );
}
