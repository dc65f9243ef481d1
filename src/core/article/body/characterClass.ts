/** What a character means to counting. */
export const characterClass = {
  space: 1,
  /** Seen, and ends a word: punctuation, symbols, emoji. */
  other: 2,
  /** A letter or digit of a script that writes words as runs. */
  letter: 3,
  /** A word of its own: Chinese, Japanese, Korean. */
  cjk: 4,
  /** Accents and vowel signs: part of whatever they follow. */
  mark: 5,
  /** Joins letters into one word: "it's". */
  apostrophe: 6,
  /** Takes no room: zero-width characters, soft hyphen, byte order mark. */
  invisible: 7,
  surrogate: 8,
} as const;

const table = new Uint8Array(0x10000);

/** The class of a UTF-16 code unit; surrogates have to be put together first, then `classOfAstral`. */
export function classOf(unit: number): number {
  const known = table[unit];
  if (known) return known;
  const found = unit >= 0xd800 && unit <= 0xdfff ? characterClass.surrogate : classify(String.fromCharCode(unit));
  table[unit] = found;
  return found;
}

/** The class of a code point above U+FFFF. */
export function classOfAstral(codePoint: number): number {
  return classify(String.fromCodePoint(codePoint));
}

function classify(character: string): number {
  if (/[\s\p{Cc}]/u.test(character) && character !== '\uFEFF') return characterClass.space;
  if (character === "'" || character === '\u2019') return characterClass.apostrophe;
  if (/\p{Cf}/u.test(character)) return characterClass.invisible;
  if (/\p{M}/u.test(character)) return characterClass.mark;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}ー]/u.test(character)) {
    return /[\p{L}\p{N}]/u.test(character) ? characterClass.cjk : characterClass.other;
  }
  return /[\p{L}\p{N}_]/u.test(character) ? characterClass.letter : characterClass.other;
}
