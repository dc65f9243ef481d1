import { markdownPieces } from './markdownPieces';
import { type MarkdownTree, markdownTree } from './markdownTree';

/** The tree of one piece of a document. */
export interface PlacedTree {
  /** Where the piece starts in the whole. */
  readonly start: number;
  readonly tree: MarkdownTree;
}

/** More than any open document has, and little enough to be kept. */
const mostCharacters = 600_000;

/**
 * Parses documents that change a little between one reading and the next: what has not changed is not parsed again. For
 * open documents; of an archive's others no tree is to stay.
 */
export class MarkdownTrees {
  /** The least recently used first. */
  readonly #kept = new Map<string, MarkdownTree>();
  #characters = 0;

  read(markdown: string): readonly PlacedTree[] {
    return markdownPieces(markdown).map(({ start, end }) => ({
      start,
      tree: this.#treeOf(markdown.slice(start, end)),
    }));
  }

  #treeOf(piece: string): MarkdownTree {
    const known = this.#kept.get(piece);
    if (known === undefined) this.#characters += piece.length;
    else this.#kept.delete(piece);
    const tree = known ?? markdownTree(piece);
    this.#kept.set(piece, tree);
    for (const oldest of this.#kept.keys()) {
      if (this.#characters <= mostCharacters || oldest === piece) break;
      this.#kept.delete(oldest);
      this.#characters -= oldest.length;
    }
    return tree;
  }
}
