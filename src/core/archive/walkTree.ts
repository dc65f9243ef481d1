import type { ArticleRow, GroupNode, TreeRow } from './groupNode';

/** What a walk asks of a tree. */
export interface WalkedTree {
  readonly root: GroupNode;
  children(group: GroupNode): readonly TreeRow[];
  parent(row: TreeRow): GroupNode | undefined;
}

/**
 * The first wanted row after (or before) a place in the tree's order, going round at the end. Groups without an
 * unread article are passed over whole, so that the walk sorts only what it enters.
 */
export function walkTree(
  tree: WalkedTree,
  from: ArticleRow | undefined,
  direction: 1 | -1,
  wanted: 'any' | 'unread',
): ArticleRow | undefined {
  const inOrder = (rows: readonly TreeRow[]): readonly TreeRow[] => (direction === 1 ? rows : [...rows].reverse());

  const firstIn = (rows: readonly TreeRow[]): ArticleRow | undefined => {
    for (const row of rows) {
      if (row === from) continue;
      if (wanted === 'unread' && (row.type === 'article' ? !row.unread : row.unread === 0)) continue;
      const found = row.type === 'article' ? row : firstIn(inOrder(tree.children(row)));
      if (found !== undefined) return found;
    }
    return undefined;
  };

  let place: TreeRow | undefined = from;
  while (place !== undefined) {
    const parent: GroupNode | undefined = tree.parent(place);
    if (parent === undefined) break;
    const siblings = inOrder(tree.children(parent));
    const found = firstIn(siblings.slice(siblings.indexOf(place) + 1));
    if (found !== undefined) return found;
    place = parent;
  }
  return firstIn(inOrder(tree.children(tree.root)));
}
