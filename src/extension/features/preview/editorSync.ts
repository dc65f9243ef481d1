import * as vscode from 'vscode';

/** An editor goes on telling where it is for as long as it scrolls smoothly to where it was sent. */
const settling = 250;

/** Keeps the text editors of an article at the same place as its preview. */
export class EditorSync implements vscode.Disposable {
  readonly #article: () => vscode.Uri;
  readonly #listening: vscode.Disposable;
  #sentUntil = 0;

  /** `onScroll` hears where a person has scrolled an editor to. */
  constructor(article: () => vscode.Uri, onScroll: (offset: number) => void) {
    this.#article = article;
    this.#listening = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (!this.#isOfArticle(textEditor) || Date.now() < this.#sentUntil) return;
      const offset = offsetAtTop(textEditor);
      if (offset !== undefined) onScroll(offset);
    });
  }

  /** Where the article stands in an editor in sight. */
  get offset(): number | undefined {
    const editor = this.#editors()[0];
    return editor && offsetAtTop(editor);
  }

  /** Scrolls the editors to what is at the top of the preview. */
  reveal(offset: number): void {
    for (const editor of this.#editors()) {
      const place = editor.document.positionAt(offset);
      const top = editor.visibleRanges[0]?.start;
      if (top?.line === place.line && Math.abs(top.character - place.character) < 2) continue;
      this.#sentUntil = Date.now() + settling;
      editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
    }
  }

  dispose(): void {
    this.#listening.dispose();
  }

  #editors(): readonly vscode.TextEditor[] {
    return vscode.window.visibleTextEditors.filter((editor) => this.#isOfArticle(editor));
  }

  #isOfArticle({ document }: vscode.TextEditor): boolean {
    return document.uri.toString() === this.#article().toString();
  }
}

function offsetAtTop({ document, visibleRanges }: vscode.TextEditor): number | undefined {
  const top = visibleRanges[0]?.start;
  return top && document.offsetAt(top);
}
