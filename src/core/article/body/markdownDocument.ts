import type { Definition, Image, ImageReference as ImageByName, Link, LinkReference as LinkByName, Nodes } from 'mdast';
import type { TextRange } from '../../text/textRange';
import { brokenImages } from './brokenImages';
import type { ImageReference } from './imageReference';
import type { MarkdownTrees } from './markdownTrees';
import { type PlacedTree, placedTrees } from './placedTrees';
import { RangeWalk } from './rangeWalk';
import { walkTree } from './walkTree';

/** Where `![](` does not mean an image, or means one already. */
const opaque: ReadonlySet<Nodes['type']> = new Set(['code', 'inlineCode', 'html', 'image', 'definition']);

/** The Markdown that starts at `start` of a document, parsed, with the place in the document of all that is in it. */
export class MarkdownDocument {
  readonly text: string;
  /** Images whose address goes on after white space, in their order: none by the rules, yet plainly meant as such. */
  readonly broken: readonly ImageReference[];
  readonly #start: number;
  readonly #trees: readonly PlacedTree[];
  readonly #definitions = new Map<string, Definition>();
  /** The piece that is being walked. */
  #piece: PlacedTree | undefined;

  constructor(text: string, start: number, trees?: MarkdownTrees) {
    this.text = text;
    // The parser drops a byte order mark without counting it.
    this.#start = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    this.#trees = placedTrees(text.slice(this.#start), trees);
    this.broken = this.#findBroken();
    if (!text.includes(']:')) return;
    this.walk((node) => {
      if (node.type === 'definition' && !this.#definitions.has(node.identifier)) {
        this.#definitions.set(node.identifier, node);
      }
      return 'into';
    });
  }

  /** Visits all nodes but the root. Places are told of the node that is being visited, and of those in it. */
  walk(enter: Parameters<typeof walkTree>[1]): void {
    for (const piece of this.#trees) {
      this.#piece = piece;
      for (const node of piece.tree.root.children) walkTree(node, enter);
    }
  }

  rangeOf({ position }: Nodes): TextRange {
    const start = this.#start + (this.#piece?.start ?? 0);
    return { start: start + (position?.start.offset ?? 0), end: start + (position?.end.offset ?? 0) };
  }

  addressOf(node: Image | Link | Definition): TextRange {
    const address = this.#piece?.tree.addressOf(node);
    const from = this.#start + (this.#piece?.start ?? 0);
    if (address) return { start: from + address.start, end: from + address.end };
    const { start, end } = this.rangeOf(node);
    // What is left is `<https://…>` and `[text]()`.
    return this.text[start] === '<' ? { start: start + 1, end: end - 1 } : { start: end - 1, end: end - 1 };
  }

  /** Where its address is written. */
  targetOf(node: Image | ImageByName | Link | LinkByName): Image | Link | Definition | undefined {
    return node.type === 'image' || node.type === 'link' ? node : this.#definitions.get(node.identifier);
  }

  #findBroken(): readonly ImageReference[] {
    const candidates = brokenImages(this.text, this.#start);
    if (candidates.length === 0) return candidates;
    const ranges: { readonly element: TextRange }[] = [];
    this.walk((node) => {
      if (opaque.has(node.type)) ranges.push({ element: this.rangeOf(node) });
      return 'into';
    });
    const taken = new RangeWalk(ranges);
    return candidates.filter(({ element }) => taken.touching(element).length === 0);
  }
}
