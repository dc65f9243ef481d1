import type { GroupedTree } from './groupedTree';
import type { TreeLeaf, TreeRow, TreeTypes } from './treeRow';

/**
 * The first leaf after (or before) a place in the tree's order, going round at the end. What is not wanted is passed
 * over, groups whole, so that the walk sorts only what it enters.
 */
export function walkTree<T extends TreeTypes>(
  tree: GroupedTree<T>,
  from: TreeLeaf<T> | undefined,
  direction: 1 | -1,
  isWanted: (row: TreeRow<T>) => boolean,
): TreeLeaf<T> | undefined {
  const inOrder = (rows: readonly TreeRow<T>[]): readonly TreeRow<T>[] => (direction === 1 ? rows : rows.toReversed());

  const firstIn = (rows: readonly TreeRow<T>[]): TreeLeaf<T> | undefined => {
    for (const row of rows) {
      if (row === from || !isWanted(row)) continue;
      const found = row.type === 'leaf' ? row : firstIn(inOrder(tree.children(row)));
      if (found !== undefined) return found;
    }
    return undefined;
  };

  let place: TreeRow<T> | undefined = from;
  while (place !== undefined) {
    const parent: TreeRow<T> | undefined = tree.parent(place);
    if (parent === undefined) break;
    const siblings = inOrder(tree.children(parent));
    const found = firstIn(siblings.slice(siblings.indexOf(place) + 1));
    if (found !== undefined) return found;
    place = parent;
  }
  return firstIn(inOrder(tree.children(tree.root)));
}
