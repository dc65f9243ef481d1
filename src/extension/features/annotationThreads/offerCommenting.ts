import * as vscode from 'vscode';
import { isArticle } from '../../isArticle';
import type { Services } from '../../services';

/**
 * Offers the margin of articles for new threads, while one is in the active editor. Asked about a document that it does not
 * know yet, VS Code would open it anew and keep it open for minutes after its editor is closed.
 */
export function offerCommenting(
  controller: vscode.CommentController,
  { archives, annotations }: Services,
): vscode.Disposable {
  const provider: vscode.CommentingRangeProvider = {
    provideCommentingRanges: (document) =>
      isArticle(document.uri, archives) ? [new vscode.Range(0, 0, document.lineCount - 1, 0)] : [],
  };
  const update = (): void => {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const wanted = uri !== undefined && isArticle(uri, archives) ? provider : undefined;
    if (controller.commentingRangeProvider !== wanted) {
      // The property may be unset, although its type does not say so.
      Object.assign(controller, { commentingRangeProvider: wanted });
    }
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    // By then it is known whether what was opened before its archive was read is an article.
    annotations.documents.onDidFind(update),
  );
}
