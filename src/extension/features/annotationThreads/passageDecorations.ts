import * as vscode from 'vscode';
import { annotationColour } from '../../../core/annotations/codebook/annotationColour';
import { threadsOf } from '../../../core/annotations/model/threads';
import { lookOf, underlines } from '../../../protocol/annotationLook';
import { type AnchoredDocument, rangeOf } from '../../workspace/annotations/anchoredDocument';

/** More colours than anybody tells apart: each takes a style of the window's. */
const mostStyles = 200;

/** Underlines annotated words in text editors, in the colours and kinds of line that the preview has for them. */
export class PassageDecorations implements vscode.Disposable {
  readonly #styles = new Map<string, vscode.TextEditorDecorationType>();
  /** By document. */
  readonly #passages = new Map<string, ReadonlyMap<string, readonly vscode.Range[]>>();
  readonly #listening = vscode.window.onDidChangeVisibleTextEditors((editors) => {
    for (const editor of editors) if (this.#passages.has(keyOf(editor.document))) this.#decorate(editor);
  });

  /** Shows what was found. Of a text that has changed since, the next finding is on its way. */
  show(found: AnchoredDocument): void {
    if (found.document.version !== found.version) return;
    const key = keyOf(found.document);
    const passages = underlinedPassages(found);
    if (passages.size === 0 && !this.#passages.has(key)) return;
    this.#passages.set(key, passages);
    this.#decorateAll(key);
    if (passages.size === 0) this.#passages.delete(key);
  }

  close(uri: vscode.Uri): void {
    const key = uri.toString();
    if (!this.#passages.has(key)) return;
    this.#passages.set(key, new Map());
    this.#decorateAll(key);
    this.#passages.delete(key);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const style of this.#styles.values()) style.dispose();
  }

  #decorateAll(key: string): void {
    for (const editor of vscode.window.visibleTextEditors) if (keyOf(editor.document) === key) this.#decorate(editor);
  }

  #decorate(editor: vscode.TextEditor): void {
    const passages = this.#passages.get(keyOf(editor.document)) ?? new Map();
    for (const style of passages.keys()) this.#make(style);
    for (const [style, type] of this.#styles) editor.setDecorations(type, passages.get(style) ?? []);
  }

  #make(style: string): void {
    if (this.#styles.has(style) || this.#styles.size >= mostStyles) return;
    this.#styles.set(
      style,
      vscode.window.createTextEditorDecorationType({
        textDecoration: `underline ${style} 2px`,
        rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
      }),
    );
  }
}

/** The annotated words of an article by the kind and colour of the line below them. */
export function underlinedPassages(found: AnchoredDocument): ReadonlyMap<string, readonly vscode.Range[]> {
  const { anchored, read, codebook } = found;
  const places = new Map(anchored.anchored.map((one) => [one.annotation.id, one]));
  const passages = new Map<string, vscode.Range[]>();
  for (const { annotation, isResolved } of threadsOf(read.annotations)) {
    const place = places.get(annotation.id);
    const range = place && rangeOf(found, place);
    if (place === undefined || range === undefined) continue;
    const line = underlines[lookOf({ isResolved, state: place.state })];
    const style = `${line} ${annotationColour(annotation, codebook)}`;
    const known = passages.get(style);
    if (known === undefined) passages.set(style, [range]);
    else known.push(range);
  }
  return passages;
}

function keyOf({ uri }: vscode.TextDocument): string {
  return uri.toString();
}
