import type { ArticleRow, GroupNode } from './groupNode';

/** What has to be shown anew: the whole tree, or groups with what is in them, or single rows. */
export interface TreeChange {
  readonly whole: boolean;
  readonly groups: ReadonlySet<GroupNode>;
  readonly rows: ReadonlySet<ArticleRow>;
}

/** Collects what a batch of changes touches. */
export class ShownChange implements TreeChange {
  whole = false;
  readonly groups = new Set<GroupNode>();
  readonly rows = new Set<ArticleRow>();

  /** Counts or names have changed from here up, so the outermost group is shown anew. */
  upFrom(node: GroupNode): void {
    if (node.parent === undefined) this.whole = true;
    else this.groups.add(node.topmost);
  }

  /** What stands below a group has changed. */
  within(node: GroupNode): void {
    if (node.parent === undefined) this.whole = true;
    else this.groups.add(node.shownAs);
  }

  /** Leaves out what is shown anew with something above it; so is all that is no longer there. */
  settled(): TreeChange {
    if (this.whole) {
      this.groups.clear();
      this.rows.clear();
    }
    for (const row of this.rows) if (this.#isCovered(row.group)) this.rows.delete(row);
    for (const node of this.groups) {
      if (node.parent !== undefined && this.#isCovered(node.parent)) this.groups.delete(node);
    }
    return this;
  }

  #isCovered(node: GroupNode): boolean {
    return this.groups.has(node) || (node.parent !== undefined && this.#isCovered(node.parent));
  }
}
