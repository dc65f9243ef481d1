import type { Code, Html, InlineCode, Nodes, Text } from 'mdast';
import type { TextRange } from '../../text/textRange';
import { brokenImages } from '../body/brokenImages';
import type { ImageReference } from '../body/imageReference';
import { markdownTree } from '../body/markdownTree';
import { RangeWalk } from '../body/rangeWalk';
import { walkTree } from '../body/walkTree';
import type { ArticleTextBuilder, UnitPlaces } from './articleTextBuilder';
import { placesOfValue } from './placesOfValue';
import { HtmlTextReader } from './textOfHtml';

/** Where `![](` does not mean an image, or means one already. */
const opaque: ReadonlySet<Nodes['type']> = new Set(['code', 'inlineCode', 'html', 'image', 'definition']);

/** Reads the text of Markdown with HTML in it. */
export class MarkdownTextReader {
  readonly #builder: ArticleTextBuilder;
  readonly #html: HtmlTextReader;
  readonly #document: string;
  readonly #start: number;
  #broken = new RangeWalk<ImageReference>([]);

  constructor(document: string, start: number, builder: ArticleTextBuilder) {
    this.#builder = builder;
    this.#html = new HtmlTextReader(builder);
    this.#document = document;
    // The parser drops a byte order mark without counting it.
    this.#start = document.charCodeAt(start) === 0xfeff ? start + 1 : start;
  }

  read(): void {
    const { root } = markdownTree(this.#document.slice(this.#start));
    this.#broken = new RangeWalk(this.#brokenIn(root));
    walkTree(root, (node) => this.#enter(node));
  }

  #brokenIn(root: Nodes): readonly ImageReference[] {
    const candidates = brokenImages(this.#document, this.#start);
    if (candidates.length === 0) return candidates;
    const ranges: { readonly element: TextRange }[] = [];
    walkTree(root, (node) => {
      if (opaque.has(node.type)) ranges.push({ element: this.#rangeOf(node) });
      return 'into';
    });
    const taken = new RangeWalk(ranges);
    return candidates.filter(({ element }) => taken.touching(element).length === 0);
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
    const range = this.#rangeOf(node);
    const broken = this.#broken.touching(range);
    const isWrittenAsRead = node.value.length === range.end - range.start;
    if (broken.length === 0) {
      if (isWrittenAsRead) this.#builder.add(this.#document, range.start, range.end);
      else this.#addPlaced(node.value, this.#placesOf(node, true));
      return;
    }
    let at = range.start;
    for (const { element } of broken) {
      if (element.start > at) this.#builder.add(this.#document, at, element.start);
      this.#builder.space();
      at = Math.max(at, element.end);
    }
    if (at < range.end) this.#builder.add(this.#document, at, range.end);
  }

  #addCode(node: Code): void {
    const { start, end } = this.#rangeOf(node);
    const isFenced = /[`~]{3}/.test(this.#document.slice(start, start + 3));
    const lineEnd = isFenced ? this.#document.slice(start, end).search(/[\r\n]/) : 0;
    if (lineEnd < 0) return;
    const places = placesOfValue(node.value, this.#document, start + lineEnd + (isFenced ? 1 : 0), end, false);
    this.#builder.openPreformatted();
    this.#addPlaced(node.value, places);
    this.#builder.closePreformatted();
  }

  #addHtml(node: Html): void {
    const { start, end } = this.#rangeOf(node);
    if (node.value.length === end - start) this.#html.read(this.#document, start, end);
    else this.#html.readPlaced(node.value, this.#placesOf(node, false));
  }

  #addPlaced(value: string, places: UnitPlaces): void {
    this.#builder.addPlaced(value, places);
  }

  #placesOf(node: Text | InlineCode | Html, decodes: boolean): UnitPlaces {
    const { start, end } = this.#rangeOf(node);
    const ticks = node.type === 'inlineCode' ? (/^`+/.exec(this.#document.slice(start, end))?.[0].length ?? 0) : 0;
    return placesOfValue(node.value, this.#document, start + ticks, end - ticks, decodes);
  }

  #rangeOf({ position }: Nodes): TextRange {
    return {
      start: this.#start + (position?.start.offset ?? 0),
      end: this.#start + (position?.end.offset ?? 0),
    };
  }
}
