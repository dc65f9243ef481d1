import { make } from '../page/make';
import { tellFault } from './typedValue';

/** A row of a list, which stands for one item of the file. */
export interface ListRow<T> {
  readonly root: HTMLElement;
  /** The item as the file has it. */
  readonly shown: T;
  show(item: T, index: number, fault: string | undefined): void;
}

/** The items of a list field, each with its row, and what is wrong with the list as a whole. */
export class ItemList<T, Row extends ListRow<T>> {
  readonly items = make('ul', { class: 'items' });
  readonly message = make('p', { class: 'fault' });
  readonly #field: string;
  readonly #makeRow: () => Row;
  #rows: readonly Row[] = [];

  constructor(field: string, makeRow: () => Row) {
    this.#field = field;
    this.#makeRow = makeRow;
    this.message.hidden = true;
  }

  get length(): number {
    return this.#rows.length;
  }

  show(items: readonly T[], faultOf: (place: string) => string | undefined): void {
    const faultAt = (index: number): string | undefined => faultOf(`${this.#field}.${index}`);
    this.#rows = placeRows(this.items, this.#rows, items, this.#makeRow, faultAt);
    this.items.hidden = items.length === 0;
    tellFault(this.message, faultOf(this.#field));
  }
}

/** Gives each item its row: the one that stands for it already where there is one, so that nothing typed goes astray. */
function placeRows<T, Row extends ListRow<T>>(
  container: HTMLElement,
  rows: readonly Row[],
  items: readonly T[],
  make: () => Row,
  faultOf: (index: number) => string | undefined,
): readonly Row[] {
  const free = new Set(rows);
  const found = items.map((item) => {
    const text = JSON.stringify(item);
    const row = [...free].find((one) => JSON.stringify(one.shown) === text);
    if (row !== undefined) free.delete(row);
    return row;
  });
  const placed = found.map((row) => {
    const [next] = free;
    if (row === undefined && next !== undefined) free.delete(next);
    return row ?? next ?? make();
  });
  for (const row of free) row.root.remove();
  for (const [index, row] of placed.entries()) {
    const item = items[index];
    if (item !== undefined) row.show(item, index, faultOf(index));
    // Moving an element takes the focus from it: only where it has to be.
    if (container.children[index] !== row.root) container.insertBefore(row.root, container.children[index] ?? null);
  }
  return placed;
}
