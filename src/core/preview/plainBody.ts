import { Tokenizer } from 'htmlparser2';
import { hiddenTags, partingTags } from '../article/body/htmlTags';
import { silentTokens } from '../article/body/silentTokens';
import { TextStatistics } from '../article/body/textStatistics';
import { escapeHtml } from './escapeHtml';
import { TextMeasure } from './textMeasure';

const longestParagraph = 20_000;
const mostParagraphs = 20_000;

/** The text of a body that no tree is to be built of, as paragraphs that know their places. */
export interface PlainBody {
  readonly html: string;
  readonly statistics: TextStatistics;
  readonly measure: TextMeasure;
}

/** Reads a body token by token; what holds it together is lost. */
export function plainBody(text: string, start: number): PlainBody {
  const writer = new PlainWriter(start);
  const piece = text.slice(start);
  let hiddenIn = '';
  let tag = '';
  const tokenizer = new Tokenizer(
    {},
    {
      ...silentTokens,
      ontext: (from, to) => {
        if (hiddenIn === '') writer.text(piece, from, to);
      },
      ontextentity: (point) => {
        if (hiddenIn === '') writer.point(point);
      },
      onopentagname: (from, to) => {
        tag = piece.slice(from, to).toLowerCase();
        if (hiddenIn === '' && partingTags.has(tag)) writer.part(from - 1);
      },
      onopentagend: () => {
        if (hiddenIn === '' && hiddenTags.has(tag)) hiddenIn = tag;
      },
      onclosetag: (from, to) => {
        const closed = piece.slice(from, to).toLowerCase();
        if (closed === hiddenIn) hiddenIn = '';
        else if (hiddenIn === '' && partingTags.has(closed)) writer.part(from - 2);
      },
    },
  );
  tokenizer.write(piece);
  tokenizer.end();
  writer.part(piece.length);
  return writer;
}

class PlainWriter implements PlainBody {
  readonly statistics = new TextStatistics();
  readonly measure = new TextMeasure();
  readonly #base: number;
  readonly #parts: string[] = [];
  #pieces: string[] = [];
  #length = 0;
  #start = 0;
  #paragraphs = 0;

  constructor(base: number) {
    this.#base = base;
  }

  get html(): string {
    return this.#parts.join('');
  }

  text(text: string, from: number, to: number): void {
    // A blank line parts paragraphs in Markdown.
    for (const piece of text.slice(from, to).split(/(\n[ \t\r]*\n)/)) {
      if (/^\n[ \t\r]*\n$/.test(piece)) this.part(from);
      else this.#add(piece, from);
    }
  }

  point(code: number): void {
    this.#add(String.fromCodePoint(code), this.#start);
  }

  /** What was read so far is a paragraph. */
  part(at: number): void {
    const text = this.#pieces.join('').replace(/\s+/g, ' ').trim();
    this.statistics.endWord();
    if (text !== '' && this.#paragraphs++ < mostParagraphs) {
      const [start, end] = [this.#base + this.#start, this.#base + Math.max(this.#start, at)];
      this.#parts.push(`<p data-mg-start="${start}" data-mg-end="${end}">${escapeHtml(text)}</p>\n`);
    }
    this.#pieces = [];
    this.#length = 0;
    this.#start = at;
  }

  #add(piece: string, at: number): void {
    if (piece === '') return;
    if (this.#length === 0) this.#start = at;
    this.statistics.add(piece);
    this.measure.add(piece);
    this.#pieces.push(piece);
    this.#length += piece.length;
    if (this.#length > longestParagraph) this.part(at + piece.length);
  }
}
