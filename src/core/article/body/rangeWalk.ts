import type { TextRange } from '../../text/textRange';

/** Items in the order of their ranges, asked for by ranges in the same order: all answers together take one pass. */
export class RangeWalk<T extends { readonly element: TextRange }> {
  readonly #items: readonly T[];
  #next = 0;

  constructor(items: readonly T[]) {
    this.#items = items;
  }

  /** The items that share a character with `range`. */
  touching(range: TextRange): readonly T[] {
    const found: T[] = [];
    for (let index = this.#next; index < this.#items.length; index++) {
      const item = this.#items[index];
      if (!item || item.element.start >= range.end) break;
      if (item.element.end <= range.start) this.#next = index + 1;
      else found.push(item);
    }
    return found;
  }
}
