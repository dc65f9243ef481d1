import type { Heading, Image, ImageReference as ImageByName, Link, LinkReference as LinkByName, Nodes } from 'mdast';
import type { TextRange } from '../../text/textRange';
import { asBrowserUrl, detached } from './attributeText';
import { bareAddresses } from './bareAddresses';
import { HtmlFast } from './htmlFast';
import type { ImageReference } from './imageReference';
import { MarkdownDocument } from './markdownDocument';
import type { MarkdownTrees } from './markdownTrees';
import { RangeWalk } from './rangeWalk';

/** Reads Markdown with HTML in it. What it found is in `html`, as if all had been HTML. */
export class MarkdownBody {
  readonly html: HtmlFast;
  readonly #document: MarkdownDocument;
  readonly #broken: RangeWalk<ImageReference>;
  #afterRule = false;

  constructor(text: string, start: number, enoughCharacters?: number, trees?: MarkdownTrees) {
    this.html = new HtmlFast(enoughCharacters);
    this.#document = new MarkdownDocument(text, start, trees);
    this.#broken = new RangeWalk(this.#document.broken);
  }

  read(): void {
    this.#document.walk((node) => this.#enter(node));
    this.html.seen.end();
    for (const image of this.#document.broken) this.#addImage(image);
  }

  /** Says whether to look into the node, or what to do after having looked. */
  #enter(node: Nodes): 'into' | 'over' | (() => void) {
    const { seen } = this.html;
    const afterRule = this.#afterRule;
    this.#afterRule = node.type === 'thematicBreak';
    switch (node.type) {
      case 'text':
        this.#addText(node.value, this.#document.rangeOf(node));
        return 'over';
      case 'inlineCode':
        this.html.addText(node.value);
        return 'over';
      case 'code':
        seen.part();
        this.html.addText(node.value);
        seen.part();
        return 'over';
      case 'html':
        this.html.read(this.#document.text, this.#document.rangeOf(node).start, this.#document.rangeOf(node).end);
        return 'over';
      case 'break':
        seen.part();
        return 'over';
      case 'image':
      case 'imageReference':
        this.#enterImage(node);
        return 'over';
      case 'link':
      case 'linkReference':
        return this.#enterLink(node);
      case 'heading':
        seen.part();
        if (!this.html.hidden && !(afterRule && this.#isUnderlinedByDashes(node))) {
          seen.openHeading(this.#document.rangeOf(node).start);
        }
        return () => {
          seen.closeHeading(this.#document.rangeOf(node).end);
          seen.part();
        };
      case 'paragraph':
        seen.part();
        return () => seen.part();
      default:
        return 'into';
    }
  }

  /** Between two lines of dashes is what was meant as front matter, though Markdown sees a heading. */
  #isUnderlinedByDashes(heading: Heading): boolean {
    return heading.depth === 2 && this.#document.text[this.#document.rangeOf(heading).start] !== '#';
  }

  #enterImage(node: Image | ImageByName): void {
    this.html.seen.part();
    const target = this.#document.targetOf(node);
    if (!target) return;
    this.#addImage({
      url: asBrowserUrl(target.url),
      range: this.#document.addressOf(target),
      element: this.#document.rangeOf(node),
      via: node.type === 'image' ? 'markdown' : 'reference',
      ...(node.alt ? { alt: detached(node.alt) } : {}),
    });
  }

  #enterLink(node: Link | LinkByName): 'into' | (() => void) {
    const target = this.#document.targetOf(node);
    if (!target || this.html.hidden) return 'into';
    const link = {
      url: asBrowserUrl(target.url),
      range: this.#document.addressOf(target),
      element: this.#document.rangeOf(node),
    };
    this.html.seen.openLink(link);
    return () => this.html.seen.closeLink();
  }

  #addImage(image: ImageReference): void {
    if (this.html.hidden) return;
    this.html.images.push(image);
    this.html.pictures++;
  }

  /** The address of a broken image is not text a reader is meant to see. */
  #addText(value: string, range: TextRange): void {
    const broken = this.#broken.touching(range);
    if (broken.length === 0) {
      this.#addUnbroken(value, range);
      return;
    }
    let at = range.start;
    for (const { element } of broken) {
      if (element.start > at) this.html.addText(this.#document.text, at, element.start);
      this.html.seen.part();
      at = Math.max(at, element.end);
    }
    if (at < range.end) this.html.addText(this.#document.text, at, range.end);
  }

  #addUnbroken(value: string, range: TextRange): void {
    const { seen, hidden } = this.html;
    let at = 0;
    // Only where text is written as it is read do places in it tell places in the document.
    if (!hidden && !seen.inLink && range.end - range.start === value.length) {
      for (const { start, end } of bareAddresses(value)) {
        seen.add(value, at, start);
        const place = { start: range.start + start, end: range.start + end };
        seen.openLink({ url: detached(value.slice(start, end)), range: place, element: place });
        seen.add(value, start, end);
        seen.closeLink();
        at = end;
      }
    }
    this.html.addText(value, at);
  }
}
