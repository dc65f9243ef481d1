import type {
  Image,
  ImageReference as ImageByName,
  Link,
  LinkReference as LinkByName,
  List,
  ListItem,
  Nodes,
  Table,
} from 'mdast';
import { bareAddresses } from '../article/body/bareAddresses';
import type { ImageReference } from '../article/body/imageReference';
import { MarkdownDocument } from '../article/body/markdownDocument';
import type { MarkdownTrees } from '../article/body/markdownTrees';
import { RangeWalk } from '../article/body/rangeWalk';
import type { TextRange } from '../text/textRange';
import type { MarkedHtml } from './bodyWriter';
import { escapeHtml } from './escapeHtml';
import { WrittenPlaces } from './sourcePlaces';

/** HTML made of Markdown, with the HTML that stands in it copied as it is. */
export interface MarkdownHtml extends MarkedHtml {
  readonly html: string;
}

const plainTags: Partial<Record<Nodes['type'], string>> = { emphasis: 'em', strong: 'strong', delete: 's' };
/** Chinese has no spaces between words: a line break in the source is none to a reader. */
const breakInChinese = /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])\n(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/g;

/** Lays out the Markdown that starts at `start` of a document; `trees` remembers what was parsed of it before. */
export function markdownHtml(text: string, start: number, trees?: MarkdownTrees): MarkdownHtml {
  const document = new MarkdownDocument(text, start, trees);
  const writer = new MarkdownWriter(document);
  document.walk((node) => writer.enter(node));
  return { html: writer.html, places: writer.places, broken: writer.broken };
}

class MarkdownWriter {
  readonly places = new WrittenPlaces();
  readonly broken = new Set<number>();
  readonly #document: MarkdownDocument;
  readonly #broken: RangeWalk<ImageReference>;
  readonly #parts: string[] = [];
  #length = 0;
  #links = 0;
  /** Whether a paragraph, a heading or a cell is open: HTML in it is no block. */
  #isInline = false;
  /** Of the list items that are open, whether their paragraphs are apart. */
  readonly #looseItems: boolean[] = [];
  #table: Table | undefined;
  #row = 0;
  #column = 0;

  constructor(document: MarkdownDocument) {
    this.#document = document;
    this.#broken = new RangeWalk(document.broken);
  }

  get html(): string {
    return this.#parts.join('');
  }

  enter(node: Nodes): 'into' | 'over' | (() => void) {
    switch (node.type) {
      case 'text':
        this.#text(node.value, this.#document.rangeOf(node));
        return 'over';
      case 'html':
        this.#copy(node.value, this.#document.rangeOf(node));
        if (!this.#isInline) this.#write('\n');
        return 'over';
      case 'inlineCode':
        this.#write(`<code>${escapeHtml(node.value)}</code>`);
        return 'over';
      case 'code':
        this.#placed('<pre>', node);
        this.#write(`<code>${escapeHtml(node.value === '' ? '' : `${node.value}\n`)}</code></pre>\n`);
        return 'over';
      case 'break':
        this.#write('<br>\n');
        return 'over';
      case 'thematicBreak':
        this.#placed('<hr>\n', node);
        return 'over';
      case 'definition':
        return 'over';
      case 'image':
      case 'imageReference':
        this.#image(node);
        return 'over';
      case 'link':
      case 'linkReference':
        return this.#link(node);
      case 'paragraph':
        return this.#inlines(this.#looseItems.at(-1) === false ? undefined : this.#block('p', node));
      case 'heading':
        return this.#inlines(this.#block(`h${node.depth}`, node));
      case 'blockquote':
        return this.#blockquote(node);
      case 'list':
        return this.#list(node);
      case 'listItem':
        return this.#block('li', node);
      case 'table':
        return this.#openTable(node);
      case 'tableRow':
        return this.#openRow(node);
      case 'tableCell':
        return this.#cell(node);
      default: {
        const tag = plainTags[node.type];
        if (tag === undefined) return 'into';
        this.#write(`<${tag}>`);
        return () => this.#write(`</${tag}>`);
      }
    }
  }

  #block(tag: string, node: Nodes, attributes = ''): () => void {
    this.#placed(`<${tag}${attributes}>`, node);
    return () => this.#write(`</${tag}>\n`);
  }

  #inlines(close: (() => void) | undefined): () => void {
    this.#isInline = true;
    return () => {
      this.#isInline = false;
      if (close) close();
      else this.#write('\n');
    };
  }

  #blockquote(node: Nodes): () => void {
    const close = this.#block('blockquote', node);
    this.#looseItems.push(true);
    return () => {
      this.#looseItems.pop();
      close();
    };
  }

  #list(list: List): () => void {
    const { ordered, start } = list;
    const from = ordered && typeof start === 'number' && start !== 1 ? ` start="${start}"` : '';
    const close = this.#block(ordered ? 'ol' : 'ul', list, from);
    this.#looseItems.push(isLoose(list));
    return () => {
      this.#looseItems.pop();
      close();
    };
  }

  #openTable(table: Table): () => void {
    this.#table = table;
    this.#row = 0;
    const close = this.#block('table', table);
    return () => {
      this.#write('</tbody>');
      this.#table = undefined;
      close();
    };
  }

  #openRow(row: Nodes): () => void {
    const isHead = this.#row++ === 0;
    this.#column = 0;
    if (isHead) this.#write('<thead>');
    const close = this.#block('tr', row);
    return () => {
      close();
      if (isHead) this.#write('</thead><tbody>');
    };
  }

  #cell(cell: Nodes): () => void {
    const side = this.#table?.align?.[this.#column++];
    return this.#inlines(this.#block(this.#row === 1 ? 'th' : 'td', cell, side ? ` style="text-align:${side}"` : ''));
  }

  #link(node: Link | LinkByName): 'into' | (() => void) {
    const target = this.#document.targetOf(node);
    if (target === undefined) return 'into';
    this.#links++;
    this.#write(`<a href="${escapeHtml(target.url)}"${titleOf(target.title)}>`);
    return () => {
      this.#links--;
      this.#write('</a>');
    };
  }

  #image(node: Image | ImageByName): void {
    const target = this.#document.targetOf(node);
    if (target === undefined) return;
    const { url, title } = target;
    const tag = `<img src="${escapeHtml(url)}" alt="${escapeHtml(node.alt ?? '')}"${titleOf(title)}>`;
    this.#placed(tag, node);
  }

  /** Images that are meant but written wrongly are no nodes: they stand in the text. */
  #text(value: string, range: TextRange): void {
    const broken = this.#broken.touching(range);
    if (broken.length === 0) {
      this.#words(value);
      return;
    }
    const { text } = this.#document;
    let at = range.start;
    for (const { element, alt } of broken) {
      if (element.start >= at) {
        this.#words(text.slice(at, element.start));
        this.broken.add(this.#length);
        this.#writePlaced(`<img alt="${escapeHtml(alt ?? '')}">`, element);
      }
      at = Math.max(at, element.end);
    }
    if (at < range.end) this.#words(text.slice(at, range.end));
  }

  #words(value: string): void {
    const words = value.includes('\n') ? value.replace(breakInChinese, '') : value;
    let at = 0;
    // URLs without any mark-up are links too, as most sites read Markdown.
    for (const { start, end } of this.#links === 0 ? bareAddresses(words) : []) {
      const url = escapeHtml(words.slice(start, end));
      this.#write(`${escapeHtml(words.slice(at, start))}<a href="${url}">${url}</a>`);
      at = end;
    }
    this.#write(escapeHtml(words.slice(at)));
  }

  /** HTML is written as in the document, but for what indents its lines in a list or a quote. */
  #copy(html: string, range: TextRange): void {
    const { text } = this.#document;
    if (html.length === range.end - range.start) {
      this.places.addCopy(this.#length, this.#length + html.length, range.start);
      this.#write(html);
      return;
    }
    let start = range.start;
    for (const [index, line] of html.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) this.#write('\n');
      const end = endOfLine(text, start, range.end);
      if (text.endsWith(line, end)) this.places.addCopy(this.#length, this.#length + line.length, end - line.length);
      else this.places.addTag(this.#length, this.#length + line.length, { start, end });
      this.#write(line);
      start = Math.min(range.end, end + (text.startsWith('\r\n', end) ? 2 : 1));
    }
  }

  #placed(tag: string, node: Nodes): void {
    this.#writePlaced(tag, this.#document.rangeOf(node));
  }

  #writePlaced(tag: string, range: TextRange): void {
    this.places.addTag(this.#length, this.#length + tag.length, range);
    this.#write(tag);
  }

  #write(html: string): void {
    this.#parts.push(html);
    this.#length += html.length;
  }
}

function isLoose({ spread, children }: List): boolean {
  return spread === true || children.some((item: ListItem) => item.spread === true);
}

function titleOf(title: string | null | undefined): string {
  return title ? ` title="${escapeHtml(title)}"` : '';
}

function endOfLine(text: string, start: number, most: number): number {
  let end = start;
  while (end < most && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}
