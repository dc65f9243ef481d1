import type {
  Definition,
  Heading,
  Image,
  ImageReference as ImageByName,
  Link,
  LinkReference as LinkByName,
  Nodes,
} from 'mdast';
import type { TextRange } from '../../text/textRange';
import { asBrowserUrl, detached } from './attributeText';
import { bareAddresses } from './bareAddresses';
import { brokenImages } from './brokenImages';
import { HtmlFast } from './htmlFast';
import type { ImageReference } from './imageReference';
import type { MarkdownTrees } from './markdownTrees';
import { type PlacedTree, placedTrees } from './placedTrees';
import { RangeWalk } from './rangeWalk';
import { walkTree } from './walkTree';

/** Where `![](` does not mean an image, or means one already. */
const opaque: ReadonlySet<Nodes['type']> = new Set(['code', 'inlineCode', 'html', 'image', 'definition']);

/** Reads Markdown with HTML in it. What it found is in `html`, as if all had been HTML. */
export class MarkdownBody {
  readonly html: HtmlFast;
  readonly #text: string;
  readonly #start: number;
  readonly #trees: readonly PlacedTree[];
  readonly #definitions = new Map<string, Definition>();
  #broken = new RangeWalk<ImageReference>([]);
  #afterRule = false;
  /** The piece that is being walked. */
  #piece: PlacedTree | undefined;

  constructor(text: string, start: number, enoughCharacters?: number, trees?: MarkdownTrees) {
    this.html = new HtmlFast(enoughCharacters);
    this.#text = text;
    // The parser drops a byte order mark without counting it.
    this.#start = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    this.#trees = placedTrees(text.slice(this.#start), trees);
  }

  read(): void {
    const broken = this.#findBroken();
    this.#broken = new RangeWalk(broken);
    this.#walk((node) => {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      return 'into';
    });
    this.#walk((node) => this.#enter(node));
    this.html.seen.end();
    for (const image of broken) this.#addImage(image);
  }

  #walk(enter: Parameters<typeof walkTree>[1]): void {
    for (const piece of this.#trees) {
      this.#piece = piece;
      for (const node of piece.tree.root.children) walkTree(node, enter);
    }
  }

  #findBroken(): readonly ImageReference[] {
    const candidates = brokenImages(this.#text, this.#start);
    if (candidates.length === 0) return candidates;
    const ranges: { readonly element: TextRange }[] = [];
    this.#walk((node) => {
      if (opaque.has(node.type)) ranges.push({ element: this.#rangeOf(node) });
      return 'into';
    });
    const taken = new RangeWalk(ranges);
    return candidates.filter(({ element }) => taken.touching(element).length === 0);
  }

  /** Says whether to look into the node, or what to do after having looked. */
  #enter(node: Nodes): 'into' | 'over' | (() => void) {
    const { seen } = this.html;
    const afterRule = this.#afterRule;
    this.#afterRule = node.type === 'thematicBreak';
    switch (node.type) {
      case 'text':
        this.#addText(node.value, this.#rangeOf(node));
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
        this.html.read(this.#text, this.#rangeOf(node).start, this.#rangeOf(node).end);
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
          seen.openHeading(this.#rangeOf(node).start);
        }
        return () => {
          seen.closeHeading(this.#rangeOf(node).end);
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
    return heading.depth === 2 && this.#text[this.#rangeOf(heading).start] !== '#';
  }

  #enterImage(node: Image | ImageByName): void {
    this.html.seen.part();
    const target = this.#targetOf(node);
    if (!target) return;
    this.#addImage({
      url: asBrowserUrl(target.url),
      range: this.#addressOf(target),
      element: this.#rangeOf(node),
      via: node.type === 'image' ? 'markdown' : 'reference',
      ...(node.alt ? { alt: detached(node.alt) } : {}),
    });
  }

  #enterLink(node: Link | LinkByName): 'into' | (() => void) {
    const target = this.#targetOf(node);
    if (!target || this.html.hidden) return 'into';
    const link = { url: asBrowserUrl(target.url), range: this.#addressOf(target), element: this.#rangeOf(node) };
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
      if (element.start > at) this.html.addText(this.#text, at, element.start);
      this.html.seen.part();
      at = Math.max(at, element.end);
    }
    if (at < range.end) this.html.addText(this.#text, at, range.end);
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

  #targetOf(node: Image | ImageByName | Link | LinkByName): Image | Link | Definition | undefined {
    return node.type === 'image' || node.type === 'link' ? node : this.#definitions.get(node.identifier);
  }

  #rangeOf({ position }: Nodes): TextRange {
    const start = this.#start + (this.#piece?.start ?? 0);
    return { start: start + (position?.start.offset ?? 0), end: start + (position?.end.offset ?? 0) };
  }

  #addressOf(node: Image | Link | Definition): TextRange {
    const address = this.#piece?.tree.addressOf(node);
    const from = this.#start + (this.#piece?.start ?? 0);
    if (address) return { start: from + address.start, end: from + address.end };
    const { start, end } = this.#rangeOf(node);
    // What is left is `<https://…>` and `[text]()`.
    return this.#text[start] === '<' ? { start: start + 1, end: end - 1 } : { start: end - 1, end: end - 1 };
  }
}
