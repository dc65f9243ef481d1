import * as vscode from 'vscode';
import type { ArticlePreview } from './articlePreview';

/** Leads the text editors of a preview's article on to the next one that it shows: text and preview stay together. */
export class EditorsBeside {
  readonly #log: vscode.LogOutputChannel;
  /** The columns of the editors that are on their way to what each preview shows. */
  readonly #moving = new WeakMap<ArticlePreview, Set<vscode.ViewColumn>>();

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
  }

  /** To be called before a preview shows another article: what it returns, once it does. */
  of(preview: ArticlePreview): () => Promise<void> {
    const before = preview.article.toString();
    const columns = vscode.window.visibleTextEditors.flatMap(({ document, viewColumn }) =>
      viewColumn !== undefined && document.uri.toString() === before ? [viewColumn] : [],
    );
    return () => this.#move(preview, columns);
  }

  async #move(preview: ArticlePreview, columns: readonly vscode.ViewColumn[]): Promise<void> {
    const moving = this.#moving.get(preview);
    if (moving !== undefined) {
      for (const column of columns) moving.add(column);
      return;
    }
    const own = new Set(columns);
    this.#moving.set(preview, own);
    try {
      // A person who goes on meanwhile wants the editors where the preview is by then.
      for (let shown = ''; shown !== preview.article.toString() && own.size > 0; ) {
        shown = preview.article.toString();
        for (const viewColumn of own) {
          await vscode.window.showTextDocument(preview.article, { viewColumn, preserveFocus: true });
        }
      }
    } catch (error) {
      // What cannot be opened is told of by the preview.
      this.#log.warn(`${preview.article}: ${error}`);
    } finally {
      this.#moving.delete(preview);
    }
  }
}
