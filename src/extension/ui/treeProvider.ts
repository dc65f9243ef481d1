import * as vscode from 'vscode';
import { isSameList } from '../../core/text/isSameList';
import type { GroupedTree } from '../../core/tree/groupedTree';
import type { TreeGroup, TreeLeaf, TreeRow, TreeTypes } from '../../core/tree/treeRow';
import { type MoreRow, moreItem, PagedGroups } from './pagedGroups';

/** A row below a leaf that no tree knows. */
export interface DetailRow {
  readonly type: 'detail';
  readonly id: string;
}

export type ViewRow<T extends TreeTypes, D extends DetailRow = never> = TreeRow<T> | D | MoreRow<TreeGroup<T>>;

/** What one view shows of its trees. */
export interface TreeRows<T extends TreeTypes, D extends DetailRow = never> {
  /** One for each archive, in order. */
  readonly trees: () => readonly GroupedTree<T>[];
  readonly groupItem: (group: TreeGroup<T>, isOpen: boolean) => vscode.TreeItem;
  readonly leafItem: (leaf: TreeLeaf<T>, isOpen: boolean) => vscode.TreeItem;
  readonly detailItem?: (detail: D) => vscode.TreeItem;
  readonly detailsOf?: (leaf: TreeLeaf<T>) => Promise<readonly D[]>;
  /** The tooltip of a row, made when the pointer rests on it. */
  readonly tooltip?: (row: TreeRow<T>) => Promise<vscode.TreeItem['tooltip']>;
  /** What the outermost rows cannot be shown without. */
  readonly load?: () => Promise<unknown>;
  /** Whether a group is open until a person closes it; those of archives are. */
  readonly opensByItself?: (group: TreeGroup<T>) => boolean;
  /** Of several archives those without an item are left out. */
  readonly hidesEmpty?: true;
}

/** The rows of a view. One archive is shown as its groups, several each with a row of its own; only what has changed is refreshed. */
export class TreeProvider<T extends TreeTypes, D extends DetailRow = never>
  implements vscode.TreeDataProvider<ViewRow<T, D>>, vscode.Disposable
{
  readonly #rows: TreeRows<T, D>;
  readonly #changed = new vscode.EventEmitter<ViewRow<T, D>[] | undefined>();
  readonly #pages = new PagedGroups<TreeGroup<T>>((group) => this.#fire([group]));
  /** What a person has opened and closed, by id: VS Code forgets it of rows that go and come again. */
  readonly #opened = new Map<string, boolean>();
  /** Whether there were several archives when this was last refreshed, and which had a row. */
  #outermost: readonly unknown[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(rows: TreeRows<T, D>) {
    this.#rows = rows;
  }

  async getChildren(row?: ViewRow<T, D>): Promise<ViewRow<T, D>[]> {
    if (row === undefined) {
      await this.#rows.load?.();
      const [only, ...others] = this.#rows.trees();
      return only !== undefined && others.length === 0 ? this.#page(only.root) : [...this.#shownRoots()];
    }
    if (row.type === 'group') return this.#page(row);
    return row.type === 'leaf' ? [...((await this.#rows.detailsOf?.(row)) ?? [])] : [];
  }

  getParent(row: ViewRow<T, D>): ViewRow<T, D> | undefined {
    if (row.type === 'more') return row.group;
    const parent = row.type === 'detail' ? undefined : this.#treeOf(row)?.parent(row);
    return parent?.parent === undefined && this.#rows.trees().length === 1 ? undefined : parent;
  }

  getTreeItem(row: ViewRow<T, D>): vscode.TreeItem {
    if (row.type === 'more') return moreItem(row);
    if (row.type === 'detail') return this.#rows.detailItem?.(row) ?? new vscode.TreeItem('');
    if (row.type === 'leaf') return this.#rows.leafItem(row, this.#opened.get(row.id) ?? false);
    const opensByItself = row.parent === undefined || (this.#rows.opensByItself?.(row) ?? false);
    return this.#rows.groupItem(row, this.#opened.get(row.id) ?? opensByItself);
  }

  async resolveTreeItem(item: vscode.TreeItem, row: ViewRow<T, D>): Promise<vscode.TreeItem> {
    const tooltip = row.type === 'group' || row.type === 'leaf' ? await this.#rows.tooltip?.(row) : undefined;
    if (tooltip !== undefined) item.tooltip = tooltip;
    return item;
  }

  /** Remembers that a person has opened or closed a row. */
  setOpen({ id }: TreeRow<T>, isOpen: boolean): void {
    this.#opened.set(id, isOpen);
  }

  /** Makes sure that a row is among those its group shows. */
  include(row: TreeRow<T>): void {
    const tree = this.#treeOf(row);
    const parent = tree?.parent(row);
    if (tree !== undefined && parent !== undefined) this.#pages.include(parent, tree.children(parent).indexOf(row));
  }

  /** Refreshes what has changed since this was last called. */
  refresh(): void {
    const trees = this.#rows.trees();
    const outermost = [trees.length > 1, ...this.#shownRoots()];
    const isSame = isSameList(outermost, this.#outermost);
    this.#outermost = outermost;
    const rows: ViewRow<T, D>[] = [];
    for (const tree of trees) {
      const { whole, groups, leaves } = tree.takeChange();
      // An archive with a row of its own shows there how much is in it.
      if (whole || (trees.length > 1 && groups.size > 0)) rows.push(tree.root);
      else rows.push(...groups, ...leaves);
    }
    if (!isSame) this.#changed.fire(undefined);
    else this.#fire(rows);
  }

  refreshAll(): void {
    this.#changed.fire(undefined);
  }

  /** The details of some leaves have changed: only of those that are open is anything shown. */
  refreshDetails(leaves: readonly TreeLeaf<T>[]): void {
    this.#fire(leaves.filter(({ id }) => this.#opened.get(id) === true));
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** The row of a root is not there where it is the only one. */
  #fire(rows: readonly ViewRow<T, D>[]): void {
    if (rows.some((row) => this.#isHidden(row))) this.#changed.fire(undefined);
    else if (rows.length > 0) this.#changed.fire([...rows]);
  }

  #isHidden(row: ViewRow<T, D>): boolean {
    return row.type === 'group' && row.parent === undefined && this.#rows.trees().length === 1;
  }

  #shownRoots(): readonly TreeGroup<T>[] {
    const roots = this.#rows.trees().map(({ root }) => root);
    return this.#rows.hidesEmpty && roots.length > 1 ? roots.filter(({ size }) => size > 0) : roots;
  }

  #page(group: TreeGroup<T>): ViewRow<T, D>[] {
    return this.#pages.page(group, this.#treeOf(group)?.children(group) ?? []);
  }

  #treeOf(row: TreeRow<T>): GroupedTree<T> | undefined {
    const { root } = row.type === 'leaf' ? row.group : row;
    return this.#rows.trees().find((tree) => tree.root === root);
  }
}
