/** Characters of Chinese, Japanese or Korean, and words of other scripts, that people read in a minute. */
const charactersAMinute = 400;
const wordsAMinute = 230;
const fewLetters = 10;
const fewWords = 8;
/** A text tells its language long before its end. */
const mostWords = 4000;
/** More than a quarter of the words of an English text, and few of any other. */
const english = new Set(['the', 'of', 'and', 'to', 'in', 'is', 'that', 'it', 'was', 'for', 'on', 'with', 'as', 'are']);
const onlyTraditional = new Set('國學會時們個這來說對為過還發後點門車東長開馬書見電話語當問間關現實經與從動');
const onlySimplified = new Set('国学会时们个这来说对为过还发后点门车东长开马书见电话语当问间关现实经与从动');

/** BCP 47; undefined where the text does not tell. */
export function languageOf(text: string): string | undefined {
  const measure = new TextMeasure();
  measure.add(text);
  return measure.language;
}

/** Counts the scripts of a text that arrives in pieces, to tell its language and how long it takes to read. */
export class TextMeasure {
  #han = 0;
  #kana = 0;
  #hangul = 0;
  #letters = 0;
  #traditional = 0;
  #simplified = 0;
  #words = 0;
  #english = 0;

  add(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x41) continue;
      if (code < 0x3040) {
        if (code < 0x2000) this.#letters++;
      } else if (code < 0x3100) this.#kana++;
      else if (code >= 0xac00 && code <= 0xd7a3) this.#hangul++;
      else if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xd840 && code <= 0xd888)) {
        this.#han++;
        if (onlyTraditional.has(text.charAt(at))) this.#traditional++;
        else if (onlySimplified.has(text.charAt(at))) this.#simplified++;
      }
    }
    if (this.#words < mostWords) this.#addWords(text);
  }

  /** BCP 47: by the script where that stands for few languages, and English by its commonest words. */
  get language(): string | undefined {
    const cjk = this.#cjk;
    if (cjk + this.#letters < fewLetters) return undefined;
    if (cjk * 8 < this.#letters) return this.#isEnglish ? 'en' : undefined;
    if (this.#hangul * 3 > cjk) return 'ko';
    if (this.#kana * 20 > cjk) return 'ja';
    return this.#traditional > this.#simplified ? 'zh-Hant' : 'zh-Hans';
  }

  /** `words`: of all scripts, each character of the above being one. */
  readingMinutes(words: number): number {
    if (words === 0) return 0;
    const cjk = Math.min(this.#cjk, words);
    return Math.max(1, Math.round(cjk / charactersAMinute + (words - cjk) / wordsAMinute));
  }

  get #isEnglish(): boolean {
    return this.#words >= fewWords && this.#english * 6 >= this.#words;
  }

  #addWords(text: string): void {
    for (const [word] of text.slice(0, 10 * mostWords).matchAll(/\p{L}+/gu)) {
      this.#words++;
      if (english.has(word.toLowerCase())) this.#english++;
    }
  }

  get #cjk(): number {
    return this.#han + this.#kana + this.#hangul;
  }
}
