import type { OrderedLeaves } from './orderedLeaves';

/** What a group stands for. The key is unique among its siblings. */
export interface TreeKey {
  readonly kind: string;
  readonly key: string;
  /** What to show, and to sort by; absent where the kind says it all. */
  readonly name?: string;
}

/** What the rows of one kind of tree are made of. */
export interface TreeTypes {
  /** What is grouped. */
  readonly item: unknown;
  readonly key: TreeKey;
  /** What an item adds to the totals of the groups it is in. */
  readonly measure: unknown;
  readonly totals: object;
}

/** An item in one of its groups: the same article in two categories is two leaves. */
export class TreeLeaf<T extends TreeTypes> {
  readonly type = 'leaf';
  readonly group: TreeGroup<T>;
  readonly itemId: string;
  item: T['item'];
  measure: T['measure'];

  constructor(group: TreeGroup<T>, itemId: string, item: T['item'], measure: T['measure']) {
    this.group = group;
    this.itemId = itemId;
    this.item = item;
    this.measure = measure;
  }

  get id(): string {
    return `${this.group.id}:${this.itemId}`;
  }
}

export type TreeRow<T extends TreeTypes> = TreeGroup<T> | TreeLeaf<T>;

/** One group with what is in it. But for the root, groups exist only while they hold an item. */
export class TreeGroup<T extends TreeTypes> {
  readonly type = 'group';
  readonly id: string;
  readonly parent: TreeGroup<T> | undefined;
  /** Absent for the root. */
  key: T['key'] | undefined;
  // Made when first needed: there may be as many groups as items.
  #groups: Map<string, TreeGroup<T>> | undefined;
  #leaves: Set<TreeLeaf<T>> | undefined;
  /** Leaves here and below. */
  count = 0;
  /** Items here and below, each counted once. */
  size = 0;
  /** The measures of all leaves here and below, added up. */
  readonly totals: T['totals'];
  /** What was sorted last; dropped when anything here changes. */
  sorted: readonly TreeRow<T>[] | undefined;
  /** The version of the names by which it was sorted. */
  sortedBy = 0;
  /** Its leaves in order, from when it was first opened. */
  ordered: OrderedLeaves<TreeLeaf<T>> | undefined;

  constructor(id: string, parent: TreeGroup<T> | undefined, key: T['key'] | undefined, totals: T['totals']) {
    this.id = id;
    this.parent = parent;
    this.key = key;
    this.totals = totals;
  }

  get name(): string {
    return this.key?.name ?? '';
  }

  get groups(): ReadonlyMap<string, TreeGroup<T>> {
    return this.#groups ?? noGroups;
  }

  get leaves(): ReadonlySet<TreeLeaf<T>> {
    return this.#leaves ?? noLeaves;
  }

  addGroup(key: string, group: TreeGroup<T>): void {
    this.#groups ??= new Map();
    this.#groups.set(key, group);
    this.sorted = undefined;
  }

  deleteGroup(key: string): void {
    this.#groups?.delete(key);
    this.sorted = undefined;
  }

  addLeaf(leaf: TreeLeaf<T>): void {
    this.#leaves ??= new Set();
    this.#leaves.add(leaf);
    this.moved(leaf);
  }

  deleteLeaf(leaf: TreeLeaf<T>): void {
    this.#leaves?.delete(leaf);
    this.moved(leaf);
  }

  /** The leaf has come, gone or changed. */
  moved(leaf: TreeLeaf<T>): void {
    this.sorted = undefined;
    this.ordered?.move(leaf);
  }

  get root(): TreeGroup<T> {
    return this.parent?.root ?? this;
  }

  /** The group right below the root that this one is or is in. */
  get topmost(): TreeGroup<T> {
    return this.parent?.parent === undefined ? this : this.parent.topmost;
  }

  /** The items here and below by their ids, each once. */
  get items(): ReadonlyMap<string, T['item']> {
    const items = new Map<string, T['item']>();
    const collect = (group: TreeGroup<T>): void => {
      for (const { itemId, item } of group.leaves) items.set(itemId, item);
      for (const below of group.groups.values()) collect(below);
    };
    collect(this);
    return items;
  }

  /** Where a line of groups with one child each ends: in a compact tree such a line is one row. */
  get deepest(): TreeGroup<T> {
    if (this.parent === undefined || this.leaves.size > 0 || this.groups.size !== 1) return this;
    const [only] = this.groups.values();
    return only === undefined ? this : only.deepest;
  }

  /** The first group of the line this one is in, in a compact tree. */
  get outermost(): TreeGroup<T> {
    const { parent } = this;
    if (parent?.parent === undefined || parent.leaves.size > 0 || parent.groups.size !== 1) return this;
    return parent.outermost;
  }

  /** The groups from this one to the last of its line. */
  get line(): readonly TreeGroup<T>[] {
    const line: TreeGroup<T>[] = [];
    for (let group: TreeGroup<T> | undefined = this.deepest; group !== undefined; group = group.parent) {
      line.unshift(group);
      if (group === this) break;
    }
    return line;
  }
}

const noGroups: ReadonlyMap<string, never> = new Map<string, never>();
const noLeaves: ReadonlySet<never> = new Set<never>();
