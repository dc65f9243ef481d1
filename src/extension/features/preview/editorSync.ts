import * as vscode from 'vscode';
import type { TextRange } from '../../../core/text/textRange';

/** How long an editor may take to get to where it was sent; on the way it tells of every place it comes by. */
const longestWay = 1500;
/** Once there it may still move by lines that stick to its top. */
const settling = 250;
const stickyLines = 8;

/** Keeps the text editors of an article at the same place as its preview. */
export class EditorSync implements vscode.Disposable {
  readonly #article: () => vscode.Uri;
  readonly #listening: vscode.Disposable;
  #sent: { readonly line: number; until: number } | undefined;

  /** `onScroll` hears where a person has scrolled an editor to. */
  constructor(article: () => vscode.Uri, onScroll: (offset: number) => void) {
    this.#article = article;
    this.#listening = vscode.window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (!this.#isOfArticle(textEditor) || this.#isEcho(textEditor)) return;
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
      this.#sent = { line: place.line, until: Date.now() + longestWay };
      editor.revealRange(new vscode.Range(place, place), vscode.TextEditorRevealType.AtTop);
    }
  }

  /** Selects a range in the editors and brings it into sight; the preview stays where it is. */
  select({ start, end }: TextRange): void {
    for (const editor of this.#editors()) {
      const range = new vscode.Range(editor.document.positionAt(start), editor.document.positionAt(end));
      this.#sent = { line: range.start.line, until: Date.now() + longestWay };
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    }
  }

  dispose(): void {
    this.#listening.dispose();
  }

  /** Whether an editor is still on its way to where the preview has sent it. */
  #isEcho({ visibleRanges }: vscode.TextEditor): boolean {
    const sent = this.#sent;
    const now = Date.now();
    if (sent === undefined || now > sent.until) {
      this.#sent = undefined;
      return false;
    }
    const isThere = Math.abs((visibleRanges[0]?.start.line ?? 0) - sent.line) <= stickyLines;
    if (isThere) sent.until = Math.min(sent.until, now + settling);
    return true;
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
