import type { MarkdownIt, Token } from 'markdown-it';
import { bareAddresses } from '../article/body/bareAddresses';
import { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import type { MarkedHtml } from './bodyWriter';
import { escapeHtml } from './escapeHtml';
import { markdownParser, placeOfInline } from './markdownParser';
import { WrittenPlaces } from './sourcePlaces';

/** HTML made of Markdown, with the HTML that stands in it copied as it is. */
export interface MarkdownHtml extends MarkedHtml {
  readonly html: string;
}

const attributes = new Set(['href', 'src', 'alt', 'title', 'start', 'style']);
/** Between two cells of a table. */
const widestGap = 1000;
let parser: MarkdownIt | undefined;

/** The content of a block and where its lines stand in the document. */
interface BlockContent {
  readonly of: Token;
  readonly lines: LineIndex;
  readonly bases: Map<number, number>;
}

/** Lays out the Markdown that starts at `start` of a document. */
export function markdownHtml(text: string, start: number): MarkdownHtml {
  parser ??= markdownParser();
  const writer = new MarkdownWriter(text, start);
  writer.blocks(parser.parse(text.slice(start), {}));
  return { html: writer.html, places: writer.places, broken: writer.broken };
}

class MarkdownWriter {
  readonly places = new WrittenPlaces();
  readonly broken = new Set<number>();
  readonly #text: string;
  readonly #start: number;
  readonly #lines: LineIndex;
  readonly #parts: string[] = [];
  #length = 0;
  /** Where the next cell of the table's row is sought, and where this one is. */
  #nextCell = 0;
  #cell: number | undefined;
  #content: BlockContent | undefined;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#lines = new LineIndex(text.slice(start));
  }

  get html(): string {
    return this.#parts.join('');
  }

  blocks(tokens: readonly Token[]): void {
    let row: Token['map'] = null;
    for (const token of tokens) {
      if (token.type === 'tr_open') {
        row = token.map;
        this.#nextCell = row === null ? 0 : this.#lineRange(row[0]).start;
      }
      const lines = token.map ?? (token.type === 'td_open' || token.type === 'th_open' ? row : null);
      switch (token.type) {
        case 'inline':
          this.#cell = token.map === null && row !== null ? this.#cellStart(token.content, row[0]) : undefined;
          this.#inlines(token, token.map ?? row);
          break;
        case 'html_block':
          this.#copy(token.content, token.map);
          break;
        case 'fence':
        case 'code_block':
          this.#placed('<pre>', lines);
          this.#write(`<code>${escapeHtml(token.content)}</code></pre>\n`);
          break;
        default:
          if (!token.hidden) this.#tag(token, lines);
      }
    }
  }

  #tag(token: Token, lines: Token['map']): void {
    if (token.nesting === -1) this.#write(`</${token.tag}>\n`);
    else this.#placed(openTag(token), lines);
  }

  #inlines(block: Token, lines: Token['map']): void {
    const children = block.children ?? [];
    let links = 0;
    for (const [index, token] of children.entries()) {
      switch (token.type) {
        case 'text':
          if (links === 0 && token.content.includes('://')) this.#linked(token.content);
          else this.#write(escapeHtml(token.content));
          break;
        case 'softbreak':
          if (!isBetweenChinese(children[index - 1], children[index + 1])) this.#write('\n');
          break;
        case 'hardbreak':
          this.#write('<br>\n');
          break;
        case 'code_inline':
          this.#write(`<code>${escapeHtml(token.content)}</code>`);
          break;
        case 'image':
          token.attrSet('alt', altOf(token));
          this.#placedInline(token, openTag(token), block, lines);
          break;
        case 'broken_image':
          this.broken.add(this.#length);
          this.#placedInline(token, `<img alt="${escapeHtml(token.content)}">`, block, lines);
          break;
        case 'html_inline':
          this.#copyInline(token, block, lines);
          break;
        default:
          if (token.tag === 'a') links += token.nesting;
          if (token.nesting === -1) this.#write(`</${token.tag}>`);
          else if (token.tag !== '') this.#write(openTag(token));
      }
    }
  }

  /** Addresses without any mark-up are links too, as most sites read Markdown. */
  #linked(content: string): void {
    let at = 0;
    for (const { start, end } of bareAddresses(content)) {
      const address = escapeHtml(content.slice(start, end));
      this.#write(`${escapeHtml(content.slice(at, start))}<a href="${address}">${address}</a>`);
      at = end;
    }
    this.#write(escapeHtml(content.slice(at)));
  }

  #write(html: string): void {
    this.#parts.push(html);
    this.#length += html.length;
  }

  /** A tag that stands for whole lines. */
  #placed(tag: string, lines: Token['map']): void {
    if (lines !== null) this.places.addTag(this.#length, this.#length + tag.length, this.#rangeOf(lines));
    this.#write(tag);
  }

  #placedInline(token: Token, tag: string, block: Token, lines: Token['map']): void {
    const place = placeOfInline(token);
    const range = place && lines && this.#inlineRange(block, lines, place);
    if (range) this.places.addTag(this.#length, this.#length + tag.length, range);
    this.#write(tag);
  }

  #copyInline(token: Token, block: Token, lines: Token['map']): void {
    const place = placeOfInline(token);
    const range = place && lines && this.#inlineRange(block, lines, place);
    if (range) {
      if (this.#text.startsWith(token.content, range.start)) {
        this.places.addCopy(this.#length, this.#length + token.content.length, range.start);
      } else {
        this.places.addTag(this.#length, this.#length + token.content.length, range);
      }
    }
    this.#write(token.content);
  }

  /** HTML of whole lines: each is written as in the document, but for what indents it in a list or a quote. */
  #copy(content: string, lines: Token['map']): void {
    if (lines === null) {
      this.#write(content);
      return;
    }
    for (const [index, line] of content.split('\n').entries()) {
      if (index > 0) this.#write('\n');
      const range = this.#lineRange(lines[0] + index);
      if (this.#text.endsWith(line, range.end)) {
        this.places.addCopy(this.#length, this.#length + line.length, range.end - line.length);
      } else {
        this.places.addTag(this.#length, this.#length + line.length, range);
      }
      this.#write(line);
    }
  }

  /** From the start of the first line to the end of the last, without its line break and blank lines before that. */
  #rangeOf([first, last]: readonly [number, number]): TextRange {
    const start = this.#start + this.#lines.startOf(first);
    let end = this.#start + this.#lines.startOf(last);
    while (end > start && /\s/.test(this.#text.charAt(end - 1))) end--;
    return { start, end };
  }

  #inlineRange(block: Token, [first]: readonly [number, number], place: TextRange): TextRange | undefined {
    if (this.#cell !== undefined) return { start: this.#cell + place.start, end: this.#cell + place.end };
    if (this.#content?.of !== block)
      this.#content = { of: block, lines: new LineIndex(block.content), bases: new Map() };
    const start = this.#placeIn(this.#content, first, place.start);
    const end = this.#placeIn(this.#content, first, place.end - 1);
    return start === undefined || end === undefined ? undefined : { start, end: end + 1 };
  }

  #placeIn(content: BlockContent, first: number, at: number): number | undefined {
    const { line, character } = content.lines.positionOf(at);
    let base = content.bases.get(line);
    if (base === undefined) {
      base = this.#baseOf(content, line, first + line);
      content.bases.set(line, base);
    }
    return base === -1 ? undefined : base + character;
  }

  /** Each line of a block's content ends a line of the document: where it starts there, or -1. */
  #baseOf({ of, lines }: BlockContent, line: number, lineOfDocument: number): number {
    const sought = of.content.slice(lines.startOf(line), lines.startOf(line + 1)).trimEnd();
    const range = this.#lineRange(lineOfDocument);
    const written = this.#text.slice(range.start, range.end).trimEnd();
    const found = written.endsWith(sought) ? written.length - sought.length : written.indexOf(sought);
    return found === -1 ? -1 : range.start + found;
  }

  /** Cells are trimmed and one line holds several; one with an escaped bar in it is not found. */
  #cellStart(content: string, line: number): number | undefined {
    const end = Math.min(this.#lineRange(line).end, this.#nextCell + content.length + widestGap);
    const found = this.#text.slice(this.#nextCell, end).indexOf(content);
    if (found === -1) return undefined;
    const start = this.#nextCell + found;
    this.#nextCell = start + content.length;
    return start;
  }

  /** A line without its line break. */
  #lineRange(line: number): TextRange {
    const start = this.#start + this.#lines.startOf(line);
    let end = this.#start + this.#lines.startOf(line + 1);
    while (end > start && /[\r\n]/.test(this.#text.charAt(end - 1))) end--;
    return { start, end };
  }
}

function openTag({ tag, attrs }: Token): string {
  let written = `<${tag}`;
  for (const [name, value] of attrs ?? []) {
    if (attributes.has(name)) written += ` ${name}="${escapeHtml(String(value))}"`;
  }
  return `${written}>`;
}

function altOf({ children, content }: Token): string {
  const pieces = (children ?? []).map((child) => (child.type === 'image' ? altOf(child) : child.content));
  return pieces.length > 0 ? pieces.join('') : content;
}

const endsChinese = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]$/;
const startsChinese = /^[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Chinese has no spaces between words: a line break in the source is none to a reader. */
function isBetweenChinese(before: Token | undefined, after: Token | undefined): boolean {
  return (
    before?.type === 'text' &&
    after?.type === 'text' &&
    endsChinese.test(before.content) &&
    startsChinese.test(after.content)
  );
}
