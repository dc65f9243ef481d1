import { type SeenRange, seenCharacters } from '../../../protocol/seenPassage';

interface Point {
  readonly index: number;
  readonly node: Text;
  readonly offset: number;
}

/** The text of the article in the page, in seen characters: what the page puts there by itself is no part of it. */
export class PageText {
  readonly text: string;
  readonly #nodes: Text[] = [];
  /** How many seen characters there are before each node. */
  readonly #starts: number[] = [];
  readonly #indices = new Map<Node, number>();
  /** The nodes that something of the page's own stands, or may come to stand, in front of. */
  readonly #parted = new Set<number>();

  constructor(root: Element) {
    let isParted = false;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      // An image that does not come is told of in its place later.
      if (!(node instanceof Element && node.matches('.note, img'))) return NodeFilter.FILTER_ACCEPT;
      isParted = true;
      return NodeFilter.FILTER_REJECT;
    });
    const parts: string[] = [];
    let length = 0;
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      if (!(node instanceof Text)) continue;
      const seen = seenCharacters(node.data);
      if (seen === '') continue;
      if (isParted) this.#parted.add(this.#nodes.length);
      isParted = false;
      this.#indices.set(node, this.#nodes.length);
      this.#nodes.push(node);
      this.#starts.push(length);
      parts.push(seen);
      length += seen.length;
    }
    this.text = parts.join('');
  }

  /** Where seen characters stand in the page: in one range, or in several with something of the page's own between them. */
  rangesOf({ start, end }: SeenRange): readonly Range[] {
    const first = this.#pointBefore(start);
    const last = this.#pointBefore(end - 1);
    if (first === undefined || last === undefined || end <= start) return [];
    const ranges: Range[] = [];
    let from = first;
    for (let index = first.index + 1; index <= last.index; index++) {
      if (!this.#parted.has(index)) continue;
      const before = this.#nodes[index - 1];
      const node = this.#nodes[index];
      if (before === undefined || node === undefined) continue;
      ranges.push(rangeFrom(from, before, before.length));
      from = { index, node, offset: 0 };
    }
    return [...ranges, rangeFrom(from, last.node, last.offset + 1)];
  }

  /** The seen characters of a range of the page; `undefined` where there are none. */
  seenIn(range: Range): SeenRange | undefined {
    const start = this.#seenBefore(range.startContainer, range.startOffset);
    const end = this.#seenBefore(range.endContainer, range.endOffset);
    return start < end ? { start, end } : undefined;
  }

  /** Where a seen character stands. */
  #pointBefore(seen: number): Point | undefined {
    if (seen < 0 || seen >= this.text.length) return undefined;
    let low = 0;
    let high = this.#nodes.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((this.#starts[middle] ?? 0) <= seen) low = middle;
      else high = middle - 1;
    }
    const node = this.#nodes[low];
    if (node === undefined) return undefined;
    const { data } = node;
    let left = seen - (this.#starts[low] ?? 0);
    for (let offset = 0; offset < data.length; offset++) {
      if (seenCharacters(data.charAt(offset)) !== '' && left-- === 0) return { index: low, node, offset };
    }
    return undefined;
  }

  #seenBefore(container: Node, offset: number): number {
    const index = this.#indices.get(container);
    if (index !== undefined && container instanceof Text) {
      return (this.#starts[index] ?? 0) + seenCharacters(container.data.slice(0, offset)).length;
    }
    const point = document.createRange();
    point.setStart(container, offset);
    let low = 0;
    let high = this.#nodes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      // Nodes before the point, and any that the point is after the start of.
      if (point.comparePoint(this.#nodes[middle] as Node, 0) < 0) low = middle + 1;
      else high = middle;
    }
    return this.#starts[low] ?? this.text.length;
  }
}

function rangeFrom({ node, offset }: Point, last: Text, end: number): Range {
  const range = document.createRange();
  range.setStart(node, offset);
  range.setEnd(last, end);
  return range;
}
