import type { ArticleEntry } from '../article/articleEntry';
import type { IndexChange } from './archiveIndex';
import { type ArticleOrder, compareArticles } from './articleOrder';
import type { GroupKey, Placement } from './grouping';
import { ArticleRow, GroupNode, type TreeRow } from './groupNode';
import { compareGroups } from './groupOrder';
import { OrderedRows } from './orderedRows';
import { ShownChange, type TreeChange } from './shownChange';
import { walkTree } from './walkTree';

export interface TreeOptions {
  readonly placement: Placement;
  readonly order: ArticleOrder;
  readonly matches: (entry: ArticleEntry) => boolean;
  readonly isUnread: (path: string) => boolean;
  /** Changes when sources or categories are shown by other names. */
  readonly namesVersion?: () => number;
}

type Placements = ReturnType<Placement>;

/** The articles of one archive in their groups, kept up to date change by change. */
export class ArticleTree {
  readonly root: GroupNode;
  readonly #options: TreeOptions;
  #placement: Placement;
  readonly #compare: (a: ArticleEntry, b: ArticleEntry) => number;
  #size = 0;
  /** The names that were last shown. */
  #namesVersion: number;

  constructor(id: string, options: TreeOptions, entries: Iterable<ArticleEntry>) {
    this.root = new GroupNode(id, undefined, undefined);
    this.#options = options;
    this.#placement = options.placement;
    this.#compare = compareArticles(options.order);
    this.#namesVersion = this.#currentNames;
    for (const entry of entries) if (options.matches(entry)) this.#add(entry, undefined);
  }

  /** How many articles pass the filter, each counted once. */
  get size(): number {
    return this.#size;
  }

  /** What stands below a row, in order. Groups with one child each count as one row. */
  children(group: GroupNode): readonly TreeRow[] {
    const { deepest } = group;
    const names = this.#currentNames;
    if (deepest.sorted === undefined || deepest.sortedBy !== names) {
      deepest.sorted = this.#sorted(deepest);
      deepest.sortedBy = names;
    }
    return deepest.sorted;
  }

  /** The row above; the root where there is none. */
  parent(row: TreeRow): GroupNode | undefined {
    return row.type === 'article' ? row.group.shownAs : row.parent?.shownAs;
  }

  /** The rows of one article: none where the filter hides it. */
  rowsOf(entry: ArticleEntry): readonly ArticleRow[] {
    return this.#placement(entry).flatMap((keys) => this.#find(keys)?.articles.get(entry.path) ?? []);
  }

  /** The first row after (or before) a place in the tree's order, going round at the end. */
  next(from: ArticleRow | undefined, direction: 1 | -1, wanted: 'any' | 'unread'): ArticleRow | undefined {
    return walkTree(this, from, direction, wanted);
  }

  apply(change: IndexChange): TreeChange {
    const shown = new ShownChange();
    // What comes before what goes, so that a group whose only article moves within it stays.
    for (const entry of change.added) if (this.#options.matches(entry)) this.#add(entry, shown);
    for (const { before, after } of change.changed) this.#change(before, after, shown);
    for (const entry of change.removed) this.#remove(entry, shown);
    if (this.#namesVersion !== this.#currentNames) shown.whole = true;
    this.#namesVersion = this.#currentNames;
    return shown.settled();
  }

  /** What has to be shown anew where only what is said of these articles is another. */
  refresh(entries: Iterable<ArticleEntry>): TreeChange {
    const shown = new ShownChange();
    for (const entry of entries) for (const row of this.rowsOf(entry)) shown.rows.add(row);
    return shown;
  }

  /** Takes over who has read what; the filter is not asked again, so that a row stays under the reader's hand. */
  refreshUnread(entries: Iterable<ArticleEntry>): TreeChange {
    const shown = new ShownChange();
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

  /** Takes another placement, by which only the articles of these sources stand elsewhere: groups below the topmost. */
  regroup(placement: Placement, sources: ReadonlySet<string>): TreeChange {
    const shown = new ShownChange();
    const entries = this.#articlesOf(sources);
    const before = this.#placement;
    this.#placement = placement;
    for (const entry of entries) this.#move(entry, before(entry), entry, placement(entry), shown);
    return shown.settled();
  }

  get #currentNames(): number {
    return this.#options.namesVersion?.() ?? 0;
  }

  #articlesOf(sources: ReadonlySet<string>): ReadonlySet<ArticleEntry> {
    const found = new Set<ArticleEntry>();
    const collect = (group: GroupNode): void => {
      for (const { entry } of group.articles.values()) found.add(entry);
      for (const below of group.groups.values()) collect(below);
    };
    for (const topmost of this.root.groups.values()) {
      for (const source of sources) {
        const group = topmost.groups.get(source);
        if (group?.key?.kind === 'source') collect(group);
      }
    }
    return found;
  }

  #sorted(group: GroupNode): readonly TreeRow[] {
    group.ordered ??= new OrderedRows(group.articles.values(), this.#compare);
    const articles = group.ordered.in(group.articles);
    if (group.groups.size === 0) return articles;
    return [...[...group.groups.values()].sort(compareGroups(this.#options.order)), ...articles];
  }

  #find(keys: readonly GroupKey[]): GroupNode | undefined {
    let node: GroupNode | undefined = this.root;
    for (const { key } of keys) node = node?.groups.get(key);
    return node;
  }

  #add(entry: ArticleEntry, shown: ShownChange | undefined): void {
    this.#size++;
    for (const keys of this.#placement(entry)) this.#put(entry, keys, shown);
  }

  #remove(entry: ArticleEntry, shown: ShownChange): void {
    const placements = this.#placement(entry);
    if (this.#isShown(entry, placements)) this.#size--;
    for (const keys of placements) this.#take(entry, keys, shown);
  }

  /** Leaves the rows where they are in the groups that stay the same. */
  #change(before: ArticleEntry, after: ArticleEntry, shown: ShownChange): void {
    const then = this.#placement(before);
    const wasShown = this.#isShown(before, then);
    const isShown = this.#options.matches(after);
    const now = isShown ? this.#placement(after) : [];
    this.#size += Number(isShown) - Number(wasShown);
    this.#move(before, wasShown ? then : [], after, now, shown);
  }

  #move(before: ArticleEntry, then: Placements, after: ArticleEntry, now: Placements, shown: ShownChange): void {
    const leaving = new Map(then.map((keys) => [pathOf(keys), keys]));
    for (const keys of now) {
      const path = pathOf(keys);
      const old = leaving.get(path);
      leaving.delete(path);
      if (old === undefined) this.#put(after, keys, shown);
      else this.#replace(old, keys, before, after, shown);
    }
    for (const keys of leaving.values()) this.#take(before, keys, shown);
  }

  #isShown({ path }: ArticleEntry, placements: readonly (readonly GroupKey[])[]): boolean {
    return placements.some((keys) => this.#find(keys)?.articles.has(path));
  }

  #put(entry: ArticleEntry, keys: readonly GroupKey[], shown: ShownChange | undefined): void {
    let node = this.root;
    for (const key of keys) {
      let below = node.groups.get(key.key);
      if (below === undefined) {
        below = new GroupNode(`${node.id}/${idOf(key)}`, node, key);
        node.addGroup(key.key, below);
        if (node === this.root && shown !== undefined) shown.whole = true;
      }
      node = below;
    }
    const row = new ArticleRow(node, entry, this.#options.isUnread(entry.path));
    node.addArticle(row);
    count(node, 1, Number(row.unread));
    shown?.upFrom(node);
  }

  #take(entry: ArticleEntry, keys: readonly GroupKey[], shown: ShownChange): void {
    const leaf = this.#find(keys);
    const row = leaf?.articles.get(entry.path);
    if (leaf === undefined || row === undefined) return;
    leaf.deleteArticle(row);
    count(leaf, -1, -Number(row.unread));
    shown.upFrom(leaf);
    let node = leaf;
    for (const key of keys.toReversed()) {
      if (node.parent === undefined) break;
      if (node.count === 0) {
        node.parent.deleteGroup(key.key);
        if (node.parent === this.root) shown.whole = true;
      }
      node = node.parent;
    }
  }

  /** Swaps the entry in the row of one placement, whose groups may have other names now. */
  #replace(
    old: readonly GroupKey[],
    keys: readonly GroupKey[],
    before: ArticleEntry,
    after: ArticleEntry,
    shown: ShownChange,
  ): void {
    let node: GroupNode | undefined = this.root;
    for (const [level, key] of keys.entries()) {
      node = node?.groups.get(key.key);
      const was = old[level];
      if (node === undefined || was === undefined || nameOf(was) === nameOf(key)) continue;
      node.key = key;
      if (node.parent !== undefined) node.parent.sorted = undefined;
      if (node.parent === this.root) shown.whole = true;
      shown.upFrom(node);
    }
    const row = node?.articles.get(after.path);
    if (node === undefined || row === undefined) return;
    row.entry = after;
    if (this.#compare(before, after) === 0) {
      shown.rows.add(row);
      return;
    }
    node.moved(row);
    shown.within(node);
  }
}

function nameOf(key: GroupKey): string | undefined {
  return 'name' in key ? key.name : undefined;
}

function pathOf(keys: readonly GroupKey[]): string {
  return keys.map(idOf).join('/');
}

/** Names hold anything, also what parts the names in an id. */
function idOf({ key }: GroupKey): string {
  return key.replace(/[%/:]/g, encodeURIComponent);
}

function count(leaf: GroupNode, articles: number, unread: number): void {
  for (let node: GroupNode | undefined = leaf; node !== undefined; node = node.parent) {
    node.count += articles;
    node.unread += unread;
  }
}
