import * as vscode from 'vscode';

/** The article of the preview that a person is in: for what follows the active editor, this counts as one. */
export class ActivePreview implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  #article: vscode.Uri | undefined;

  readonly onDidChange = this.#changed.event;

  /** Undefined while a person is anywhere else. */
  get article(): vscode.Uri | undefined {
    return this.#article;
  }

  set(article: vscode.Uri | undefined): void {
    if (article?.toString() === this.#article?.toString()) return;
    this.#article = article;
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
