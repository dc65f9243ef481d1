import * as vscode from 'vscode';
import { commandName } from '../contributions';
import { registerCommand } from './contribute';
import { showNumber } from './showNumber';

/** VS Code lays out all rows of an open group at once; beyond this many it is felt. */
const pageSize = 1000;

/** Stands for the rows of a very large group that are not shown yet. */
export interface MoreRow<G> {
  readonly type: 'more';
  readonly group: G;
  readonly hidden: number;
  /** Shows the next of them. */
  readonly show: () => void;
}

/** How many rows of each group of a view are shown. */
export class PagedGroups<G extends { readonly id: string }> {
  readonly #limits = new Map<string, number>();
  readonly #refresh: (group: G) => void;

  /** `refresh`: more rows of a group are shown now. */
  constructor(refresh: (group: G) => void) {
    this.#refresh = refresh;
  }

  /** The rows of a group that are shown, and in the end one for all others. */
  page<R>(group: G, rows: readonly R[]): (R | MoreRow<G>)[] {
    const limit = this.limit(group);
    if (rows.length <= limit) return [...rows];
    const show = (): void => this.#setLimit(group, limit + pageSize);
    return [...rows.slice(0, limit), { type: 'more', group, hidden: rows.length - limit, show }];
  }

  limit({ id }: G): number {
    return this.#limits.get(id) ?? pageSize;
  }

  /** Makes sure that the row at a place is among those that are shown. */
  include(group: G, place: number): void {
    if (place >= this.limit(group)) this.#setLimit(group, Math.ceil((place + 1) / pageSize) * pageSize);
  }

  #setLimit(group: G, limit: number): void {
    this.#limits.set(group.id, limit);
    this.#refresh(group);
  }
}

/** The last row of a group with more rows than are shown at once. */
export function moreItem(row: MoreRow<unknown>): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', showNumber(row.hidden)));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = { command: commandName('showMore'), title: vscode.l10n.t('Show More'), arguments: [row] };
  return item;
}

/** What a click on such a row does, in whichever view. */
export function registerShowMore(): vscode.Disposable {
  return registerCommand('showMore', (row) => {
    if (isMoreRow(row)) row.show();
  });
}

function isMoreRow(value: unknown): value is MoreRow<unknown> {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'more' && 'show' in value;
}
