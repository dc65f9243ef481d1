import { normalisedString } from '../anchoring/normalisedText';

/** What is shorter stands in more texts than one by chance. White space does not count. */
const shortest = 8;

interface Quote {
  readonly text: string;
  path: string | undefined;
  isElsewhere: boolean;
}

/** Finds which of many quotes stand in one text and in no other. Each text is read once, however many quotes there are. */
export class UniqueQuotes {
  readonly #quotes = new Map<string, Quote>();
  readonly #byStart = new Map<string, Quote[]>();
  /** Which starts there may be: most places of a text are passed over with one look. */
  readonly #mayStart = new Uint8Array(0x10000);

  constructor(quotes: Iterable<string>) {
    for (const written of quotes) {
      const text = normalisedString(written);
      if (text.length < shortest || this.#quotes.has(text)) continue;
      const quote: Quote = { text, path: undefined, isElsewhere: false };
      this.#quotes.set(text, quote);
      const start = text.slice(0, shortest);
      this.#byStart.set(start, [...(this.#byStart.get(start) ?? []), quote]);
      this.#mayStart[hashAt(text, 0)] = 1;
    }
  }

  get isEmpty(): boolean {
    return this.#quotes.size === 0;
  }

  /** Looks for all quotes in the text of an article. */
  read(path: string, articleText: string): void {
    const text = normalisedString(articleText);
    for (let at = 0; at + shortest <= text.length; at++) {
      if (this.#mayStart[hashAt(text, at)] === 0) continue;
      for (const quote of this.#byStart.get(text.slice(at, at + shortest)) ?? []) {
        if (!text.startsWith(quote.text, at)) continue;
        quote.isElsewhere ||= quote.path !== undefined && quote.path !== path;
        quote.path = path;
      }
    }
  }

  /** The one article that a quote stands in, of those that were read. */
  pathOf(written: string): string | undefined {
    const quote = this.#quotes.get(normalisedString(written));
    return quote?.isElsewhere ? undefined : quote?.path;
  }
}

function hashAt(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1) * 7 + text.charCodeAt(at + 2)) & 0xffff;
}
