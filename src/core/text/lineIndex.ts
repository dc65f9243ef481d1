/** A place as editors count it: both from zero, characters in UTF-16 code units. */
export interface LinePosition {
  readonly line: number;
  readonly character: number;
}

/** Finds the line and character of offsets in one text. A line ends at `\r\n`, `\n` or a lone `\r`, as in VS Code. */
export class LineIndex {
  readonly #starts: readonly number[];
  readonly #length: number;

  constructor(text: string) {
    const starts = [0];
    // `indexOf` leaps where nearly all texts have nothing but line feeds.
    if (text.includes('\r')) {
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
      }
    } else {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    }
    this.#starts = starts;
    this.#length = text.length;
  }

  get lines(): number {
    return this.#starts.length;
  }

  /** Where an offset is; one outside of the text counts as its nearest end. */
  positionOf(offset: number): LinePosition {
    const inside = Math.max(0, Math.min(offset, this.#length));
    const line = this.#lineAt(inside);
    return { line, character: inside - this.startOf(line) };
  }

  /** Where a line starts, counted from zero; the end of the text for those after the last. */
  startOf(line: number): number {
    return this.#starts[Math.max(0, line)] ?? this.#length;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.startOf(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
