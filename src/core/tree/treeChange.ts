import type { TreeGroup, TreeLeaf, TreeTypes } from './treeRow';

/** What a view has to refresh: the whole tree, or groups with what is in them, or single leaves. */
export interface TreeChange<T extends TreeTypes> {
  readonly whole: boolean;
  readonly groups: ReadonlySet<TreeGroup<T>>;
  readonly leaves: ReadonlySet<TreeLeaf<T>>;
}

/** Collects what changes until a view asks for it. */
export class PendingChange<T extends TreeTypes> {
  #whole = false;
  readonly #groups = new Set<TreeGroup<T>>();
  readonly #leaves = new Set<TreeLeaf<T>>();

  get isEmpty(): boolean {
    return !this.#whole && this.#groups.size === 0 && this.#leaves.size === 0;
  }

  /** The outermost groups are others, or in another order. */
  addWhole(): void {
    this.#whole = true;
  }

  /** The label of a group, or what is below it; all where it is the root. */
  addGroup(group: TreeGroup<T>): void {
    if (group.parent === undefined) this.#whole = true;
    else this.#groups.add(group);
  }

  addLeaf(leaf: TreeLeaf<T>): void {
    this.#leaves.add(leaf);
  }

  /** Without what is refreshed with something above it, as all is that is no longer there. */
  take(): TreeChange<T> {
    const isCovered = (group: TreeGroup<T>): boolean =>
      this.#groups.has(group) || (group.parent !== undefined && isCovered(group.parent));
    const groups = [...this.#groups].filter(({ parent }) => parent === undefined || !isCovered(parent));
    const leaves = [...this.#leaves].filter(({ group }) => !isCovered(group));
    const whole = this.#whole;
    const change = { whole, groups: new Set(whole ? [] : groups), leaves: new Set(whole ? [] : leaves) };
    this.#whole = false;
    this.#groups.clear();
    this.#leaves.clear();
    return change;
  }
}
