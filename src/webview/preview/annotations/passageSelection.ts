import { type SeenPassage, seenPassage } from '../../../protocol/seenPassage';
import type { PageText } from './pageText';

/** What a person has selected of the article's text; a selection elsewhere, as in a form, does not change that. */
export class PassageSelection {
  readonly #body: HTMLElement;
  readonly #text: () => PageText;
  #place: SeenPassage | undefined;

  constructor(body: HTMLElement, text: () => PageText) {
    this.#body = body;
    this.#text = text;
  }

  get place(): SeenPassage | undefined {
    return this.#place;
  }

  /** What is selected in the page now. */
  get range(): Range | undefined {
    const selection = document.getSelection();
    if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
    const range = selection.getRangeAt(0);
    return range.intersectsNode(this.#body) ? range : undefined;
  }

  /** To be called when the selection has changed; whether the text's has gone. */
  follow(): boolean {
    const { range } = this;
    if (range !== undefined) {
      const { text } = this.#text();
      const seen = this.#text().seenIn(range);
      this.#place = seen && seenPassage(text, seen);
      return false;
    }
    const anchor = document.getSelection()?.anchorNode;
    const isGone = anchor != null && this.#body.contains(anchor);
    if (isGone) this.#place = undefined;
    return isGone;
  }

  clear(): void {
    this.#place = undefined;
  }
}
