import { Tokenizer } from 'htmlparser2';
import { hiddenTags, partingTags } from '../body/htmlTags';
import { silentTokens } from '../body/silentTokens';
import type { ArticleTextBuilder, UnitPlaces } from './articleTextBuilder';

/** Tags that part words but stand in a line of text. */
const inlineTags: ReadonlySet<string> = new Set(['button', 'img', 'input', 'select', 'video', 'audio']);

/**
 * Reads the text of HTML token by token. It may be given several pieces of one document in their order, with text between
 * them, as Markdown holds it.
 */
export class HtmlTextReader {
  readonly #builder: ArticleTextBuilder;
  #hiddenIn = '';
  #hiddenDepth = 0;
  #foreignDepth = 0;
  #preformatted = 0;

  constructor(builder: ArticleTextBuilder) {
    this.#builder = builder;
  }

  /** Whether what follows is inside something like `script` or `template`. */
  get hidden(): boolean {
    return this.#hiddenIn !== '';
  }

  /** Reads `document` from `start` to `end`. */
  read(document: string, start: number, end: number): void {
    this.#read(document.slice(start, end), start, undefined);
  }

  /** Reads HTML of which each unit may be written in its own way. */
  readPlaced(html: string, places: UnitPlaces): void {
    this.#read(html, 0, places);
  }

  #read(written: string, base: number, places: UnitPlaces | undefined): void {
    // CDATA means nothing in HTML: a browser takes it for a comment that ends at the first `>`.
    const piece = written.includes('<![CDATA[') ? written.replaceAll('<![CDATA[', '<!?CDATA[') : written;
    let name = '';
    let high = 0;
    const tokenizer = new Tokenizer(
      {},
      {
        ...silentTokens,
        ontext: (start, end) => {
          if (!this.hidden) this.#addText(piece, start, end, base, places);
        },
        ontextentity: (point, end) => {
          if (this.hidden) return;
          // One above U+FFFF may come as its two halves.
          if (point >= 0xd800 && point <= 0xdbff) {
            high = point;
            return;
          }
          const character = high === 0 ? String.fromCodePoint(point) : String.fromCharCode(high, point);
          high = 0;
          const start = piece.lastIndexOf('&', end - 1);
          this.#builder.addAtom(
            character,
            places === undefined ? base + start : (places.starts[start] ?? 0),
            places === undefined ? base + end : (places.ends[end - 1] ?? 0),
          );
        },
        onopentagname: (start, end) => {
          name = piece.slice(start, end).toLowerCase();
        },
        onopentagend: () => this.#open(name, false),
        onselfclosingtag: () => this.#open(name, true),
        onclosetag: (start, end) => this.#close(piece.slice(start, end).toLowerCase()),
      },
    );
    tokenizer.write(piece);
    tokenizer.end();
  }

  #addText(piece: string, start: number, end: number, base: number, places: UnitPlaces | undefined): void {
    if (places === undefined) this.#builder.addPiece(piece, start, end, base);
    else {
      const part = { starts: places.starts.subarray(start, end), ends: places.ends.subarray(start, end) };
      this.#builder.addPlaced(piece.slice(start, end), part);
    }
  }

  #open(name: string, selfClosing: boolean): void {
    if (this.hidden) {
      if (name === 'template' && this.#hiddenIn === 'template') this.#hiddenDepth++;
      return;
    }
    this.#part(name);
    if (hiddenTags.has(name)) {
      // Outside of SVG a browser does not heed the slash of `<script/>`.
      if (selfClosing && this.#foreignDepth > 0) return;
      this.#hiddenIn = name;
      this.#hiddenDepth = 1;
    } else if (name === 'svg' || name === 'math') {
      if (!selfClosing) this.#foreignDepth++;
    } else if (name === 'pre') {
      this.#preformatted++;
      this.#builder.openPreformatted();
    }
  }

  #close(name: string): void {
    if (this.hidden) {
      if (name === this.#hiddenIn && --this.#hiddenDepth <= 0) this.#hiddenIn = '';
      return;
    }
    this.#part(name);
    if ((name === 'svg' || name === 'math') && this.#foreignDepth > 0) this.#foreignDepth--;
    if (name === 'pre' && this.#preformatted > 0) {
      this.#preformatted--;
      this.#builder.closePreformatted();
    }
  }

  #part(name: string): void {
    if (inlineTags.has(name)) this.#builder.space();
    else if (partingTags.has(name)) this.#builder.block();
  }
}
