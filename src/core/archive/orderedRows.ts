import type { ArticleEntry } from '../article/articleEntry';

type Compare = (a: ArticleEntry, b: ArticleEntry) => number;

/** The articles of one group in order. After a change only what has changed finds its place anew. */
export class OrderedRows<Row extends { readonly entry: ArticleEntry }> {
  readonly #compare: Compare;
  readonly #moved = new Set<Row>();
  #rows: readonly Row[];

  constructor(rows: Iterable<Row>, compare: Compare) {
    this.#compare = compare;
    this.#rows = this.#sorted(rows);
  }

  /** The row has come, gone or changed. */
  move(row: Row): void {
    this.#moved.add(row);
  }

  /** The rows, which are those of the group now. */
  in(articles: ReadonlyMap<string, Row>): readonly Row[] {
    if (this.#moved.size === 0) return this.#rows;
    const staying = this.#rows.filter((row) => !this.#moved.has(row));
    const arriving = [...this.#moved].filter((row) => articles.get(row.entry.path) === row);
    this.#moved.clear();
    this.#rows = this.#merged(staying, this.#sorted(arriving));
    return this.#rows;
  }

  #merged(staying: readonly Row[], arriving: readonly Row[]): readonly Row[] {
    const merged: Row[] = [];
    let from = 0;
    for (const row of arriving) {
      const place = this.#placeOf(row, staying, from);
      for (; from < place; from++) {
        const before = staying[from];
        if (before !== undefined) merged.push(before);
      }
      merged.push(row);
    }
    return merged.concat(staying.slice(from));
  }

  #placeOf(row: Row, rows: readonly Row[], from: number): number {
    let low = from;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = rows[middle];
      if (other !== undefined && this.#compare(other.entry, row.entry) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #sorted(rows: Iterable<Row>): readonly Row[] {
    return [...rows].sort((a, b) => this.#compare(a.entry, b.entry));
  }
}
