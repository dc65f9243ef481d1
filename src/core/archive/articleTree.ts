import type { ArticleEntry } from '../article/articleEntry';
import type { IndexChange } from './archiveIndex';
import { type ArticleOrder, compareArticles } from './articleOrder';
import type { GroupKey, Placement } from './grouping';
import { ArticleRow, GroupNode, type TreeRow } from './groupNode';
import { compareGroups } from './groupOrder';
import { walkTree } from './walkTree';

export interface TreeOptions {
  readonly placement: Placement;
  readonly order: ArticleOrder;
  readonly matches: (entry: ArticleEntry) => boolean;
  readonly isUnread: (path: string) => boolean;
}

/** What has to be shown anew: the whole tree, or groups with what is in them, or single rows. */
export interface TreeChange {
  readonly whole: boolean;
  readonly groups: ReadonlySet<GroupNode>;
  readonly rows: ReadonlySet<ArticleRow>;
}

/** The articles of one archive in their groups, kept up to date change by change. */
export class ArticleTree {
  readonly root: GroupNode;
  readonly #options: TreeOptions;
  #size = 0;

  constructor(id: string, options: TreeOptions, entries: Iterable<ArticleEntry>) {
    this.root = new GroupNode(id, undefined, undefined);
    this.#options = options;
    for (const entry of entries) if (options.matches(entry)) this.#add(entry, undefined);
  }

  /** How many articles pass the filter, each counted once. */
  get size(): number {
    return this.#size;
  }

  /** What stands below a row, in order. Groups with one child each count as one row. */
  children(group: GroupNode): readonly TreeRow[] {
    const { deepest } = group;
    deepest.sorted ??= [
      ...[...deepest.groups.values()].sort(compareGroups(this.#options.order)),
      ...[...deepest.articles.values()].sort((a, b) => this.#compare(a.entry, b.entry)),
    ];
    return deepest.sorted;
  }

  /** The row above; the root where there is none. */
  parent(row: TreeRow): GroupNode | undefined {
    return row.type === 'article' ? row.group.shownAs : row.parent?.shownAs;
  }

  /** The rows of one article: none where the filter hides it. */
  rowsOf(entry: ArticleEntry): readonly ArticleRow[] {
    return this.#options.placement(entry).flatMap((keys) => this.#find(keys)?.articles.get(entry.path) ?? []);
  }

  /** The first row after (or before) a place in the tree's order, going round at the end. */
  next(from: ArticleRow | undefined, direction: 1 | -1, wanted: 'any' | 'unread'): ArticleRow | undefined {
    return walkTree(this, from, direction, wanted);
  }

  apply(change: IndexChange): TreeChange {
    const shown = new Shown();
    for (const entry of change.removed) this.#remove(entry, shown);
    for (const { before, after } of change.changed) {
      if (!this.#replace(before, after, shown)) {
        this.#remove(before, shown);
        if (this.#options.matches(after)) this.#add(after, shown);
      }
    }
    for (const entry of change.added) if (this.#options.matches(entry)) this.#add(entry, shown);
    return shown;
  }

  /** Takes over who has read what; the filter is not asked again, so that a row stays under the reader's hand. */
  refreshUnread(entries: Iterable<ArticleEntry>): TreeChange {
    const shown = new Shown();
    for (const entry of entries) {
      const unread = this.#options.isUnread(entry.path);
      for (const row of this.rowsOf(entry)) {
        if (row.unread === unread) continue;
        row.unread = unread;
        count(row.group, 0, unread ? 1 : -1);
        shown.rows.add(row);
      }
    }
    return shown;
  }

  #compare(a: ArticleEntry, b: ArticleEntry): number {
    return compareArticles(this.#options.order)(a, b);
  }

  #find(keys: readonly GroupKey[]): GroupNode | undefined {
    let node: GroupNode | undefined = this.root;
    for (const { key } of keys) node = node?.groups.get(key);
    return node;
  }

  #add(entry: ArticleEntry, shown: Shown | undefined): void {
    this.#size++;
    for (const keys of this.#options.placement(entry)) {
      let node = this.root;
      for (const key of keys) {
        let below = node.groups.get(key.key);
        if (below === undefined) {
          below = new GroupNode(`${node.id}/${key.key}`, node, key);
          node.groups.set(key.key, below);
          node.sorted = undefined;
          if (node === this.root && shown !== undefined) shown.whole = true;
        }
        this.#countName(below, key, 1, shown);
        node = below;
      }
      const row = new ArticleRow(node, entry, this.#options.isUnread(entry.path));
      node.articles.set(entry.path, row);
      node.sorted = undefined;
      count(node, 1, Number(row.unread));
      shown?.below(node);
    }
  }

  #remove(entry: ArticleEntry, shown: Shown): void {
    if (this.rowsOf(entry).length > 0) this.#size--;
    for (const keys of this.#options.placement(entry)) {
      const leaf = this.#find(keys);
      const row = leaf?.articles.get(entry.path);
      if (leaf === undefined || row === undefined) continue;
      leaf.articles.delete(entry.path);
      leaf.sorted = undefined;
      count(leaf, -1, -Number(row.unread));
      shown.below(leaf);
      let node: GroupNode | undefined = leaf;
      for (const key of [...keys].reverse()) {
        if (node?.parent === undefined) break;
        this.#countName(node, key, -1, shown);
        if (node.count === 0) {
          node.parent.groups.delete(key.key);
          node.parent.sorted = undefined;
          if (node.parent === this.root) shown.whole = true;
        }
        node = node.parent;
      }
    }
  }

  /** Swaps the entry in its rows where its groups stay the same; else says so and does nothing. */
  #replace(before: ArticleEntry, after: ArticleEntry, shown: Shown): boolean {
    const rows = this.rowsOf(before);
    const sameGroups =
      JSON.stringify(this.#options.placement(before)) === JSON.stringify(this.#options.placement(after));
    if (rows.length === 0 || !sameGroups || !this.#options.matches(after)) return false;
    const moves = this.#compare(before, after) !== 0;
    for (const row of rows) {
      row.entry = after;
      if (!moves) {
        shown.rows.add(row);
        continue;
      }
      row.group.sorted = undefined;
      if (row.group === this.root) shown.whole = true;
      else shown.groups.add(row.group.shownAs);
    }
    return true;
  }

  /** A group is sorted among its siblings by the name most of its articles write. */
  #countName(node: GroupNode, key: GroupKey, by: 1 | -1, shown: Shown | undefined): void {
    if (!('name' in key)) return;
    const before = node.name;
    node.countName(key.name, by);
    if (node.parent === undefined || node.name === before) return;
    node.parent.sorted = undefined;
    if (node.parent === this.root && shown !== undefined) shown.whole = true;
  }
}

class Shown implements TreeChange {
  whole = false;
  readonly groups = new Set<GroupNode>();
  readonly rows = new Set<ArticleRow>();

  /** All counts from here up have changed, so the outermost group is shown anew. */
  below(node: GroupNode): void {
    if (node.parent === undefined) this.whole = true;
    else this.groups.add(node.topmost);
  }
}

function count(leaf: GroupNode, articles: number, unread: number): void {
  for (let node: GroupNode | undefined = leaf; node !== undefined; node = node.parent) {
    node.count += articles;
    node.unread += unread;
  }
}
