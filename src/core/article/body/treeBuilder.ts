import type { AnyNode, ParentNode } from 'domhandler';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';

/** As many as any text may take, and more by its length: what people write takes one for every four characters. */
const stepsAtLeast = 10_000_000;
const stepsACharacter = 20;

type Adapter = typeof adapter;
type Parent = Htmlparser2TreeAdapterMap['parentNode'];

/** Thrown out of the parser, which knows no other way to stop. */
export class ParsingTooLong extends Error {}

/**
 * Builds a tree for the parser: at the end of many children, where it works, instead of from their start; and no longer than
 * so many steps. Formatting that is nested wrongly again and again would have it go through all that is open for each tag.
 */
export class TreeBuilder {
  readonly adapter: Adapter;
  #left: number;
  /** What the parser has asked for just now, as it does before it takes all children out, the first one first. */
  #first: AnyNode | undefined;
  /** How many children were taken out of the front of one that is being emptied. */
  readonly #taken = new WeakMap<ParentNode, number>();

  constructor(length: number) {
    this.#left = stepsAtLeast + stepsACharacter * length;
    this.adapter = {
      ...adapter,
      createElement: (...element) => {
        this.#step();
        return adapter.createElement(...element);
      },
      getNamespaceURI: (element) => {
        this.#step();
        return adapter.getNamespaceURI(element);
      },
      getFirstChild: (parent) => this.#firstOf(parent),
      detachNode: (node) => this.#detach(node),
      insertBefore: (parent, node, before) => this.#insertBefore(parent, node, before),
      insertTextBefore: (parent, text, before) => this.#insertTextBefore(parent, text, before),
    };
  }

  #step(): void {
    if (--this.#left < 0) throw new ParsingTooLong('This HTML is nested so wrongly that a tree of it takes too long.');
  }

  #firstOf(parent: Parent): AnyNode | null {
    const taken = this.#taken.get(parent) ?? 0;
    const first = parent.children[taken];
    if (first === undefined && taken > 0) {
      parent.children = [];
      this.#taken.delete(parent);
    }
    this.#first = first;
    return first ?? null;
  }

  #detach(node: AnyNode): void {
    this.#step();
    const { parent, prev, next } = node;
    if (parent === null) return;
    if (prev) prev.next = next;
    if (next) next.prev = prev;
    if (node === this.#first) this.#taken.set(parent, (this.#taken.get(parent) ?? 0) + 1);
    else parent.children.splice(parent.children.lastIndexOf(node), 1);
    node.parent = null;
    node.prev = null;
    node.next = null;
    this.#first = undefined;
  }

  #insertBefore(parent: Parent, node: AnyNode, before: AnyNode): void {
    this.#step();
    const { prev } = before;
    if (prev) prev.next = node;
    node.prev = prev;
    node.next = before;
    node.parent = parent;
    before.prev = node;
    parent.children.splice(parent.children.lastIndexOf(before), 0, node);
  }

  #insertTextBefore(parent: Parent, text: string, before: AnyNode): void {
    const { prev } = before;
    if (prev?.type === 'text') prev.data += text;
    else this.#insertBefore(parent, adapter.createTextNode(text), before);
  }
}
