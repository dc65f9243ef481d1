import type { MarkdownTree } from './markdownTree';

/** More than nearly any open document has, and little enough to be kept. */
const usualCharacters = 600_000;

/**
 * What was parsed of documents that change a little between one reading and the next: what has not changed is not parsed
 * again. For open documents; of an archive's others no tree is to stay.
 */
export class MarkdownTrees {
  /** The least recently used first. */
  readonly #kept = new Map<string, MarkdownTree>();
  readonly #mostCharacters: number;
  #characters = 0;

  /** `mostCharacters`: of how much text at most the trees are kept. */
  constructor(mostCharacters = usualCharacters) {
    this.#mostCharacters = mostCharacters;
  }

  /** The tree of a piece, parsed by `parse` unless it is known. */
  of(piece: string, parse: (piece: string) => MarkdownTree): MarkdownTree {
    const known = this.#kept.get(piece);
    if (known === undefined) this.#characters += piece.length;
    else this.#kept.delete(piece);
    const tree = known ?? parse(piece);
    this.#kept.set(piece, tree);
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= this.#mostCharacters || oldest === piece) break;
      this.#kept.delete(oldest);
      this.#characters -= oldest.length;
    }
    return tree;
  }
}
