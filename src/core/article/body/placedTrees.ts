import { markdownPieces } from './markdownPieces';
import { type MarkdownTree, markdownTree } from './markdownTree';
import type { MarkdownTrees } from './markdownTrees';

/** The tree of one piece of a document. */
export interface PlacedTree {
  /** Where the piece starts in the whole. */
  readonly start: number;
  readonly tree: MarkdownTree;
}

/** What a parser needs for more than this grows with its square. */
const longestWhole = 50_000;

/** The trees of a document: in pieces where `known` may have some of them already or it is long, else as one. */
export function placedTrees(markdown: string, known: MarkdownTrees | undefined): readonly PlacedTree[] {
  if (known === undefined && markdown.length <= longestWhole) return [{ start: 0, tree: markdownTree(markdown) }];
  return markdownPieces(markdown).map(({ start, end }) => {
    const piece = markdown.slice(start, end);
    return { start, tree: known === undefined ? markdownTree(piece) : known.of(piece, markdownTree) };
  });
}
