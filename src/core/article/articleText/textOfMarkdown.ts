import type { Code, Html, InlineCode, Nodes, Text } from 'mdast';
import type { ImageReference } from '../body/imageReference';
import { MarkdownDocument } from '../body/markdownDocument';
import { RangeWalk } from '../body/rangeWalk';
import type { ArticleTextBuilder, UnitPlaces } from './articleTextBuilder';
import { placesOfValue } from './placesOfValue';
import { HtmlTextReader } from './textOfHtml';

/** Reads the text of Markdown with HTML in it. */
export class MarkdownTextReader {
  readonly #builder: ArticleTextBuilder;
  readonly #html: HtmlTextReader;
  readonly #document: MarkdownDocument;
  readonly #broken: RangeWalk<ImageReference>;

  constructor(document: string, start: number, builder: ArticleTextBuilder) {
    this.#builder = builder;
    this.#html = new HtmlTextReader(builder);
    this.#document = new MarkdownDocument(document, start);
    this.#broken = new RangeWalk(this.#document.broken);
  }

  read(): void {
    this.#document.walk((node) => this.#enter(node));
  }

  #enter(node: Nodes): 'into' | 'over' | (() => void) {
    const builder = this.#builder;
    switch (node.type) {
      case 'text':
        if (!this.#html.hidden) this.#addText(node);
        return 'over';
      case 'inlineCode':
        if (!this.#html.hidden) this.#addPlaced(node.value, this.#placesOf(node, false));
        return 'over';
      case 'code':
        builder.block();
        if (!this.#html.hidden) this.#addCode(node);
        builder.block();
        return 'over';
      case 'html':
        this.#addHtml(node);
        return 'over';
      case 'image':
      case 'imageReference':
        builder.space();
        return 'over';
      case 'definition':
        return 'over';
      case 'break':
      case 'thematicBreak':
        builder.block();
        return 'over';
      case 'heading':
      case 'paragraph':
      case 'listItem':
      case 'blockquote':
      case 'tableCell':
        builder.block();
        return () => builder.block();
      default:
        return 'into';
    }
  }

  #addText(node: Text): void {
    const range = this.#document.rangeOf(node);
    const broken = this.#broken.touching(range);
    const isWrittenAsRead = node.value.length === range.end - range.start;
    if (broken.length === 0) {
      if (isWrittenAsRead) this.#builder.add(this.#document.text, range.start, range.end);
      else this.#addPlaced(node.value, this.#placesOf(node, true));
      return;
    }
    let at = range.start;
    for (const { element } of broken) {
      if (element.start > at) this.#builder.add(this.#document.text, at, element.start);
      this.#builder.space();
      at = Math.max(at, element.end);
    }
    if (at < range.end) this.#builder.add(this.#document.text, at, range.end);
  }

  #addCode(node: Code): void {
    const { start, end } = this.#document.rangeOf(node);
    const isFenced = /[`~]{3}/.test(this.#document.text.slice(start, start + 3));
    const lineEnd = isFenced ? this.#document.text.slice(start, end).search(/[\r\n]/) : 0;
    if (lineEnd < 0) return;
    const places = placesOfValue(node.value, this.#document.text, start + lineEnd + (isFenced ? 1 : 0), end, false);
    this.#builder.openPreformatted();
    this.#addPlaced(node.value, places);
    this.#builder.closePreformatted();
  }

  #addHtml(node: Html): void {
    const { start, end } = this.#document.rangeOf(node);
    if (node.value.length === end - start) this.#html.read(this.#document.text, start, end);
    else this.#html.readPlaced(node.value, this.#placesOf(node, false));
  }

  #addPlaced(value: string, places: UnitPlaces): void {
    this.#builder.addPlaced(value, places);
  }

  #placesOf(node: Text | InlineCode | Html, decodes: boolean): UnitPlaces {
    const { start, end } = this.#document.rangeOf(node);
    const ticks = node.type === 'inlineCode' ? (/^`+/.exec(this.#document.text.slice(start, end))?.[0].length ?? 0) : 0;
    return placesOfValue(node.value, this.#document.text, start + ticks, end - ticks, decodes);
  }
}
