import { markdownPieces } from './markdownPieces';
import { type MarkdownTree, markdownTree } from './markdownTree';
import type { MarkdownTrees } from './markdownTrees';

/** The tree of one piece of a document. */
export interface PlacedTree {
  /** Where the piece starts in the whole. */
  readonly start: number;
  readonly tree: MarkdownTree;
}

/** The trees of a document: in pieces where `known` may have some of them already, else as one. */
export function placedTrees(markdown: string, known: MarkdownTrees | undefined): readonly PlacedTree[] {
  if (known === undefined) return [{ start: 0, tree: markdownTree(markdown) }];
  return markdownPieces(markdown).map(({ start, end }) => ({
    start,
    tree: known.of(markdown.slice(start, end), markdownTree),
  }));
}
