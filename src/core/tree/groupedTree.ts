import { isSameList } from '../text/isSameList';
import { OrderedLeaves } from './orderedLeaves';
import { PendingChange, type TreeChange } from './treeChange';
import { TreeGroup, TreeLeaf, type TreeRow, type TreeTypes } from './treeRow';

/** One place of an item: its groups from the outermost in, and what it adds to their totals. */
export interface Placement<T extends TreeTypes> {
  readonly keys: readonly T['key'][];
  readonly measure: T['measure'];
}

/** What makes one kind of tree. */
export interface TreeModel<T extends TreeTypes> {
  readonly idOf: (item: T['item']) => string;
  /** Where an item is now, in no group twice; nowhere where a filter hides it. */
  readonly place: (item: T['item']) => readonly Placement<T>[];
  readonly compareItems: (a: T['item'], b: T['item']) => number;
  readonly compareGroups: (a: TreeGroup<T>, b: TreeGroup<T>) => number;
  readonly newTotals: () => T['totals'];
  readonly add: (totals: T['totals'], measure: T['measure'], sign: 1 | -1) => void;
  readonly isSameMeasure?: (a: T['measure'], b: T['measure']) => boolean;
  /** Groups with one child each are one row. */
  readonly isCompact?: true;
  /** Groups are in the order of their totals, which may change with any item. */
  readonly ordersByTotals?: true;
}

/**
 * Items in their groups, kept up to date item by item. Groups are counted as items come and go and sorted when somebody
 * looks into them; what a view has to refresh is collected until it takes it.
 */
export class GroupedTree<T extends TreeTypes> {
  readonly root: TreeGroup<T>;
  readonly #model: TreeModel<T>;
  /** Of most items there is one leaf, and no list for it. */
  readonly #leaves = new Map<string, TreeLeaf<T> | readonly TreeLeaf<T>[]>();
  readonly #pending = new PendingChange<T>();
  #namesVersion = 0;
  /** The outermost groups as they were last taken. */
  #taken: readonly TreeRow<T>[] | undefined;

  constructor(id: string, model: TreeModel<T>) {
    this.#model = model;
    this.root = new TreeGroup(id, undefined, undefined, model.newTotals());
  }

  /** How many items are in it, each counted once. */
  get size(): number {
    return this.#leaves.size;
  }

  /** What is below a group, in order. */
  children(group: TreeGroup<T>): readonly TreeRow<T>[] {
    const shown = this.#model.isCompact ? group.deepest : group;
    if (shown.sorted === undefined || shown.sortedBy !== this.#namesVersion) {
      shown.sorted = this.#sorted(shown);
      shown.sortedBy = this.#namesVersion;
    }
    return shown.sorted;
  }

  /** The row above; the root where there is none. */
  parent(row: TreeRow<T>): TreeGroup<T> | undefined {
    const above = row.type === 'leaf' ? row.group : row.parent;
    return above && this.#rowOf(above);
  }

  /** The leaves of an item: none where a filter hides it. */
  leavesOf(id: string): readonly TreeLeaf<T>[] {
    const leaves = this.#leaves.get(id);
    if (leaves === undefined) return [];
    return leaves instanceof TreeLeaf ? [leaves] : leaves;
  }

  /** Takes over items that are new or have changed. */
  put(items: Iterable<T['item']>): void {
    for (const item of items) this.#place(this.#model.idOf(item), item, this.#model.place(item), false);
  }

  /** Takes over items that are in other groups now, or in groups that have another name. */
  regroup(items: Iterable<T['item']>): void {
    for (const item of items) this.#place(this.#model.idOf(item), item, this.#model.place(item), true);
  }

  /** Put what comes before you remove what goes: a group whose only item is replaced stays. */
  remove(ids: Iterable<string>): void {
    for (const id of ids) this.#place(id, undefined, [], false);
  }

  /** Changes what an item counts for, without asking whether a filter lets it pass: it stays under the reader's hand. */
  measure(id: string, measure: T['measure']): void {
    for (const leaf of this.leavesOf(id)) {
      if (!this.#remeasure(leaf, measure)) continue;
      this.#pending.addLeaf(leaf);
    }
  }

  /** What is shown of these items has changed, and nothing that the tree knows. */
  touch(ids: Iterable<string>): void {
    for (const id of ids) for (const leaf of this.leavesOf(id)) this.#pending.addLeaf(leaf);
  }

  /** Groups have other names now, by which they may be in another order. */
  renamed(): void {
    this.#namesVersion++;
    this.#pending.addWhole();
  }

  /** What has to be refreshed since this was last taken. */
  takeChange(): TreeChange<T> {
    if (this.#model.ordersByTotals && !this.#pending.isEmpty) {
      const outermost = this.children(this.root);
      if (!isSameList(outermost, this.#taken)) this.#pending.addWhole();
      this.#taken = outermost;
    }
    return this.#pending.take();
  }

  #rowOf(group: TreeGroup<T>): TreeGroup<T> {
    return this.#model.isCompact ? group.outermost : group;
  }

  #sorted(group: TreeGroup<T>): readonly TreeRow<T>[] {
    const { compareItems, compareGroups } = this.#model;
    group.ordered ??= new OrderedLeaves(group.leaves, (a, b) => compareItems(a.item, b.item));
    const leaves = group.ordered.in(group.leaves);
    return group.groups.size === 0 ? leaves : [...[...group.groups.values()].sort(compareGroups), ...leaves];
  }

  /** Leaves what stays in its groups where it is. */
  #place(id: string, item: T['item'], placements: readonly Placement<T>[], renames: boolean): void {
    const before = this.leavesOf(id);
    const leaving = before.length === 0 ? undefined : new Map(before.map((leaf) => [leaf.group, leaf]));
    const after = placements.map(({ keys, measure }) => {
      const group = this.#groupAt(keys);
      const leaf = leaving?.get(group);
      if (leaf === undefined) return this.#add(group, id, item, measure);
      leaving?.delete(group);
      if (renames) this.#rename(group, keys);
      this.#replace(leaf, item, measure);
      return leaf;
    });
    for (const leaf of leaving?.values() ?? []) this.#delete(leaf);
    this.#resize(before, after);
    const [only] = after;
    if (only === undefined) this.#leaves.delete(id);
    else this.#leaves.set(id, after.length === 1 ? only : after);
  }

  #groupAt(keys: readonly T['key'][]): TreeGroup<T> {
    let group = this.root;
    for (const key of keys) {
      let below = group.groups.get(key.key);
      if (below === undefined) {
        below = new TreeGroup(`${group.id}/${idOf(key.key)}`, group, key, this.#model.newTotals());
        group.addGroup(key.key, below);
        if (group === this.root) this.#pending.addWhole();
      }
      group = below;
    }
    return group;
  }

  #add(group: TreeGroup<T>, id: string, item: T['item'], measure: T['measure']): TreeLeaf<T> {
    const leaf = new TreeLeaf(group, id, item, measure);
    group.addLeaf(leaf);
    this.#addUp(group, measure, 1, 1);
    this.#changedUpFrom(group);
    return leaf;
  }

  #delete(leaf: TreeLeaf<T>): void {
    const { group, measure } = leaf;
    group.deleteLeaf(leaf);
    this.#addUp(group, measure, -1, -1);
    this.#changedUpFrom(group);
    for (let empty = group; empty.count === 0 && empty.parent !== undefined; empty = empty.parent) {
      empty.parent.deleteGroup(empty.key?.key ?? '');
      if (empty.parent === this.root) this.#pending.addWhole();
    }
  }

  #replace(leaf: TreeLeaf<T>, item: T['item'], measure: T['measure']): void {
    const before = leaf.item;
    leaf.item = item;
    if (this.#remeasure(leaf, measure)) this.#changedUpFrom(leaf.group);
    if (before === item) return;
    if (this.#model.compareItems(before, item) === 0) {
      this.#pending.addLeaf(leaf);
      return;
    }
    leaf.group.moved(leaf);
    this.#pending.addGroup(this.#rowOf(leaf.group));
  }

  /** Whether the leaf counts for something else than before. */
  #remeasure(leaf: TreeLeaf<T>, measure: T['measure']): boolean {
    const before = leaf.measure;
    leaf.measure = measure;
    if (before === measure || this.#model.isSameMeasure?.(before, measure)) return false;
    this.#addUp(leaf.group, before, -1);
    this.#addUp(leaf.group, measure, 1);
    return true;
  }

  #rename(from: TreeGroup<T>, keys: readonly T['key'][]): void {
    let group: TreeGroup<T> | undefined = from;
    for (const key of keys.toReversed()) {
      if (group === undefined) return;
      if (group.name !== (key.name ?? '')) {
        group.key = key;
        if (group.parent !== undefined) group.parent.sorted = undefined;
        if (group.parent === this.root) this.#pending.addWhole();
        this.#changedUpFrom(group);
      }
      group = group.parent;
    }
  }

  #addUp(from: TreeGroup<T>, measure: T['measure'], sign: 1 | -1, leaves = 0): void {
    const { add, ordersByTotals } = this.#model;
    for (let group: TreeGroup<T> | undefined = from; group !== undefined; group = group.parent) {
      group.count += leaves;
      add(group.totals, measure, sign);
      if (ordersByTotals) group.sorted = undefined;
    }
  }

  /** Labels have changed from here up, so the outermost group is refreshed. */
  #changedUpFrom(group: TreeGroup<T>): void {
    this.#pending.addGroup(group.topmost);
  }

  /** An item that is in a group more than once counts once for its size. */
  #resize(before: readonly TreeLeaf<T>[], after: readonly TreeLeaf<T>[]): void {
    if (before.length < 2 && after.length < 2) {
      if (before[0] === after[0]) return;
      resizeUpFrom(after[0]?.group, 1);
      resizeUpFrom(before[0]?.group, -1);
      return;
    }
    const then = groupsAbove(before);
    const now = groupsAbove(after);
    for (const group of now) if (!then.has(group)) group.size++;
    for (const group of then) if (!now.has(group)) group.size--;
  }
}

function resizeUpFrom<T extends TreeTypes>(from: TreeGroup<T> | undefined, by: 1 | -1): void {
  for (let group = from; group !== undefined; group = group.parent) group.size += by;
}

function groupsAbove<T extends TreeTypes>(leaves: readonly TreeLeaf<T>[]): ReadonlySet<TreeGroup<T>> {
  const groups = new Set<TreeGroup<T>>();
  for (const leaf of leaves) {
    for (let group: TreeGroup<T> | undefined = leaf.group; group !== undefined; group = group.parent) {
      if (groups.has(group)) break;
      groups.add(group);
    }
  }
  return groups;
}

/** Names hold anything, also what parts the names in an id. */
function idOf(key: string): string {
  return key.replace(/[%/:#]/g, encodeURIComponent);
}
