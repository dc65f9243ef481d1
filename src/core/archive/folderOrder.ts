/** The articles of each folder in the order of their file names. A folder is sorted when it is first asked about, not before. */
export class FolderOrder {
  readonly #members = new Map<string, Set<string>>();
  readonly #sorted = new Map<string, readonly string[]>();

  add(path: string): void {
    const folder = folderOf(path);
    const members = this.#members.get(folder) ?? new Set();
    this.#members.set(folder, members.add(path));
    this.#sorted.delete(folder);
  }

  remove(path: string): void {
    const folder = folderOf(path);
    const members = this.#members.get(folder);
    members?.delete(path);
    if (members?.size === 0) this.#members.delete(folder);
    this.#sorted.delete(folder);
  }

  /** Up to `most` paths on one side of a path in its folder, the nearest first. */
  beside(path: string, side: 'before' | 'after', most: number): readonly string[] {
    const sorted = this.#sortedIn(folderOf(path));
    const at = placeOf(path, sorted);
    if (side === 'before') return sorted.slice(Math.max(0, at - most), at).reverse();
    const from = sorted[at] === path ? at + 1 : at;
    return sorted.slice(from, from + most);
  }

  #sortedIn(folder: string): readonly string[] {
    const known = this.#sorted.get(folder);
    if (known !== undefined) return known;
    const sorted = [...(this.#members.get(folder) ?? [])]
      .map((path) => ({ path, key: sortKey(path) }))
      .sort((a, b) => compare(a.key, b.key))
      .map(({ path }) => path);
    this.#sorted.set(folder, sorted);
    return sorted;
  }
}

/** Numbers by their value: `9.md` before `10.md`. */
function sortKey(path: string): string {
  return path.replace(/\d+/g, (digits) => digits.padStart(15, '0'));
}

/** Where the path is among the sorted, or would be. */
function placeOf(path: string, sorted: readonly string[]): number {
  const key = sortKey(path);
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sortKey(sorted[middle] ?? ''), key) < 0) low = middle + 1;
    else high = middle;
  }
  // `1.md` and `01.md` have one key.
  while (low < sorted.length - 1 && sorted[low] !== path && sortKey(sorted[low + 1] ?? '') === key) low++;
  return low;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
