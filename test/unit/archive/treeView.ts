import assert from 'node:assert/strict';
import type { ArticleGroup, ArticleTree, ArticleTreeRow, ArticleTypes } from '../../../src/core/archive/articleTree';
import type { TreeChange } from '../../../src/core/tree/treeChange';
import { label } from './treeBench';

/** Everything a row shows. */
function face(row: ArticleTreeRow): string {
  return row.type === 'leaf'
    ? `${row.id} ${row.item.title} ${row.measure.isUnread} ${JSON.stringify(row.item.date)}`
    : `${row.id} ${label(row)} ${row.count}`;
}

/** A view that, as VS Code does, shows anew only what it is told to. */
export class TreeView {
  readonly #tree: ArticleTree;
  readonly #faces = new Map<string, string>();
  readonly #below = new Map<string, readonly string[]>();

  constructor(tree: ArticleTree) {
    this.#tree = tree;
    this.#show(tree.root);
  }

  /** Takes over what has changed since this was last called. */
  refresh(): void {
    const { whole, groups, leaves }: TreeChange<ArticleTypes> = this.#tree.takeChange();
    if (whole) this.#show(this.#tree.root);
    for (const group of groups) {
      assert.ok(this.#faces.has(group.id), `${group.id} is not shown`);
      this.#show(group);
    }
    for (const row of leaves) this.#faces.set(row.id, face(row));
  }

  get lines(): readonly string[] {
    return this.#linesBelow(this.#tree.root.id, '');
  }

  #show(group: ArticleGroup): void {
    this.#faces.set(group.id, face(group));
    const rows = this.#tree.children(group);
    this.#below.set(
      group.id,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      if (row.type === 'group') this.#show(row);
      else this.#faces.set(row.id, face(row));
    }
  }

  #linesBelow(id: string, indent: string): readonly string[] {
    return (this.#below.get(id) ?? []).flatMap((row) => [
      `${indent}${this.#faces.get(row)}`,
      ...this.#linesBelow(row, `${indent}  `),
    ]);
  }
}
