/** The leaves of one group in order. After a change only what has changed finds its place again. */
export class OrderedLeaves<Leaf> {
  readonly #compare: (a: Leaf, b: Leaf) => number;
  readonly #moved = new Set<Leaf>();
  #leaves: readonly Leaf[];

  constructor(leaves: Iterable<Leaf>, compare: (a: Leaf, b: Leaf) => number) {
    this.#compare = compare;
    this.#leaves = [...leaves].sort(compare);
  }

  /** The leaf has come, gone or changed. */
  move(leaf: Leaf): void {
    this.#moved.add(leaf);
  }

  /** The leaves, which are those of the group now. */
  in(leaves: ReadonlySet<Leaf>): readonly Leaf[] {
    if (this.#moved.size === 0) return this.#leaves;
    const staying = this.#leaves.filter((leaf) => !this.#moved.has(leaf));
    const arriving = [...this.#moved].filter((leaf) => leaves.has(leaf)).sort(this.#compare);
    this.#moved.clear();
    this.#leaves = this.#merged(staying, arriving);
    return this.#leaves;
  }

  #merged(staying: readonly Leaf[], arriving: readonly Leaf[]): readonly Leaf[] {
    const merged: Leaf[] = [];
    let from = 0;
    for (const leaf of arriving) {
      const place = this.#placeOf(leaf, staying, from);
      for (; from < place; from++) {
        const before = staying[from];
        if (before !== undefined) merged.push(before);
      }
      merged.push(leaf);
    }
    return merged.concat(staying.slice(from));
  }

  #placeOf(leaf: Leaf, leaves: readonly Leaf[], from: number): number {
    let low = from;
    let high = leaves.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = leaves[middle];
      if (other !== undefined && this.#compare(other, leaf) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
