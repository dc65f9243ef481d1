import { characterClass, classOf, classOfAstral } from './characterClass';

/** Counts words and characters of text that arrives in pieces; nothing is kept of the text. */
export class TextStatistics {
  #words = 0;
  #characters = 0;
  #inWord = false;
  #high = 0;
  readonly #enough: number;

  /** From `enough` characters on nothing more is counted. */
  constructor(enough = Number.POSITIVE_INFINITY) {
    this.#enough = enough;
  }

  /** Whether there may be more than was counted. */
  get isFull(): boolean {
    return this.#characters >= this.#enough;
  }

  /** Each Chinese, Japanese or Korean character is a word, as is each run of letters and digits of other scripts. */
  get words(): number {
    return this.#words;
  }

  /** Code points that can be seen: neither white space nor zero-width ones. */
  get characters(): number {
    return this.#characters;
  }

  /** What comes next is not the same word, as after the end of a paragraph. */
  endWord(): void {
    this.#inWord = false;
    this.#high = 0;
  }

  add(text: string, start = 0, end = text.length): void {
    if (this.#characters >= this.#enough) return;
    // Fields in locals: this loop sees every character of the archive.
    let words = this.#words;
    let characters = this.#characters;
    let inWord = this.#inWord;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      let found = classOf(unit);
      if (found === characterClass.surrogate) {
        const point = at + 1 < end ? (text.codePointAt(at) ?? unit) : unit;
        found = point > 0xffff ? classOfAstral(point) : characterClass.other;
        if (point > 0xffff) at++;
      }
      switch (found) {
        case characterClass.cjk:
          words++;
          characters++;
          inWord = false;
          break;
        case characterClass.letter:
          if (!inWord) words++;
          inWord = true;
          characters++;
          break;
        case characterClass.space:
          inWord = false;
          break;
        case characterClass.other:
          inWord = false;
          characters++;
          break;
        case characterClass.mark:
        case characterClass.apostrophe:
          characters++;
          break;
      }
    }
    this.#words = words;
    this.#characters = characters;
    this.#inWord = inWord;
  }

  /** A decoded entity; one above U+FFFF may come as its two halves. */
  addCodePoint(point: number): void {
    if (point >= 0xd800 && point <= 0xdbff) {
      this.#high = point;
      return;
    }
    this.add(this.#high === 0 ? String.fromCodePoint(point) : String.fromCharCode(this.#high, point));
    this.#high = 0;
  }
}
