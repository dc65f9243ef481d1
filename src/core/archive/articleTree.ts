import type { ArticleEntry } from '../article/articleEntry';
import { GroupedTree } from '../tree/groupedTree';
import type { TreeGroup, TreeLeaf, TreeRow } from '../tree/treeRow';
import { walkTree } from '../tree/walkTree';
import type { IndexChange } from './archiveIndex';
import { type ArticleOrder, compareArticles } from './articleOrder';
import type { GroupKey, Placement } from './grouping';
import { compareGroups } from './groupOrder';

export interface ArticleTypes {
  readonly item: ArticleEntry;
  readonly key: GroupKey;
  readonly measure: ReadState;
  readonly totals: { unread: number };
}

interface ReadState {
  readonly isUnread: boolean;
}

export type ArticleGroup = TreeGroup<ArticleTypes>;
export type ArticleLeaf = TreeLeaf<ArticleTypes>;
export type ArticleTreeRow = TreeRow<ArticleTypes>;

export interface ArticleTreeOptions {
  readonly placement: Placement;
  readonly order: ArticleOrder;
  readonly matches: (entry: ArticleEntry) => boolean;
  readonly isUnread: (path: string) => boolean;
}

// Two for all leaves there are.
const unread: ReadState = { isUnread: true };
const read: ReadState = { isUnread: false };

/** The articles of one archive in their groups. */
export class ArticleTree extends GroupedTree<ArticleTypes> {
  readonly #isUnread: (path: string) => boolean;

  constructor(
    id: string,
    { placement, order, matches, isUnread }: ArticleTreeOptions,
    entries: Iterable<ArticleEntry>,
  ) {
    super(id, {
      isCompact: true,
      idOf: ({ path }) => path,
      place: (entry) => {
        if (!matches(entry)) return [];
        const measure = isUnread(entry.path) ? unread : read;
        return placement(entry).map((keys) => ({ keys, measure }));
      },
      compareItems: compareArticles(order),
      compareGroups: compareGroups(order),
      newTotals: () => ({ unread: 0 }),
      add: (totals, { isUnread: counts }, sign) => {
        if (counts) totals.unread += sign;
      },
    });
    this.#isUnread = isUnread;
    this.put(entries);
    this.takeChange();
  }

  apply({ added, changed, removed }: IndexChange): void {
    this.put(added);
    this.put(changed.map(({ after }) => after));
    this.remove(removed.map(({ path }) => path));
  }

  /** Takes over who has read what. */
  refreshUnread(paths: Iterable<string>): void {
    for (const path of paths) this.measure(path, this.#isUnread(path) ? unread : read);
  }

  /** The articles of these sources, in a tree with the sources below its outermost groups. */
  articlesOf(sources: ReadonlySet<string>): readonly ArticleEntry[] {
    const found = new Map<string, ArticleEntry>();
    for (const outermost of this.root.groups.values()) {
      for (const source of sources) {
        const group = outermost.groups.get(source);
        if (group?.key?.kind !== 'source') continue;
        for (const [path, entry] of group.items) found.set(path, entry);
      }
    }
    return [...found.values()];
  }

  /** The next article after (or before) a place in the tree's order, going round at the end. */
  next(from: ArticleLeaf | undefined, direction: 1 | -1, wanted: 'any' | 'unread'): ArticleLeaf | undefined {
    const hasUnread = (row: ArticleTreeRow): boolean =>
      row.type === 'leaf' ? row.measure.isUnread : row.totals.unread > 0;
    return walkTree(this, from, direction, wanted === 'any' ? () => true : hasUnread);
  }
}
