/** Counts one text both in code points and in UTF-16 code units. */
export class CodePoints {
  /** In code points. */
  readonly length: number;
  /** The code unit at which each character above U+FFFF starts. */
  readonly #wide: readonly number[];
  readonly #units: number;

  constructor(text: string) {
    const wide: number[] = [];
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit < 0xd800 || unit > 0xdbff || (text.codePointAt(at) ?? 0) <= 0xffff) continue;
      wide.push(at);
      at++;
    }
    this.#wide = wide;
    this.#units = text.length;
    this.length = text.length - wide.length;
  }

  /** The code unit at which a code point starts; one outside of the text counts as its nearest end. */
  unitOf(point: number): number {
    const inside = Math.max(0, Math.min(point, this.length));
    // Of the wide characters, the one at index `n` is code point `wide[n] - n`.
    return inside + this.#below((wide, index) => wide - index < inside);
  }

  /** The code point that a code unit belongs to. */
  pointOf(unit: number): number {
    const inside = Math.max(0, Math.min(unit, this.#units));
    return inside - this.#below((wide) => wide < inside);
  }

  #below(isBelow: (wide: number, index: number) => boolean): number {
    let low = 0;
    let high = this.#wide.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isBelow(this.#wide[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
