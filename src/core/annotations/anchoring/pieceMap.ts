/** Which piece of a new text each piece of an old one became. */
export interface PieceMap {
  /** -1 where it is gone or changed. */
  readonly toNew: Int32Array;
  /** -1 where it is new or changed. */
  readonly toOld: Int32Array;
}

/** The most cells of a table that is worth filling. */
const largestTable = 250_000;
const untrimmed = 40;

/** Maps pieces by their hashes: what stayed in order first, then what was moved. */
export function mapPieces(old: Int32Array, now: Int32Array): PieceMap {
  const map = { toNew: new Int32Array(old.length).fill(-1), toOld: new Int32Array(now.length).fill(-1) };
  new InOrder(old, now, map).match();
  matchMoved(old, now, map);
  return map;
}

interface Span {
  readonly oldStart: number;
  readonly oldEnd: number;
  readonly newStart: number;
  readonly newEnd: number;
}

class InOrder {
  readonly #old: Int32Array;
  readonly #now: Int32Array;
  readonly #map: PieceMap;

  constructor(old: Int32Array, now: Int32Array, map: PieceMap) {
    this.#old = old;
    this.#now = now;
    this.#map = map;
  }

  match(): void {
    const spans: Span[] = [{ oldStart: 0, oldEnd: this.#old.length, newStart: 0, newEnd: this.#now.length }];
    for (let span = spans.pop(); span; span = spans.pop()) {
      const inner = this.#trim(span);
      const height = inner.oldEnd - inner.oldStart;
      const width = inner.newEnd - inner.newStart;
      if (height === 0 || width === 0) continue;
      if (height * width <= largestTable) this.#table(inner);
      else spans.push(...this.#aroundUnique(inner));
    }
  }

  #pair(old: number, now: number): void {
    this.#map.toNew[old] = now;
    this.#map.toOld[now] = old;
  }

  /**
   * Pairs what is the same at both ends, but for the last of it: a copy of the first pieces right before them is told from
   * them only by what follows.
   */
  #trim(span: Span): Span {
    let { oldStart, oldEnd, newStart, newEnd } = span;
    const least = Math.min(oldEnd - oldStart, newEnd - newStart);
    let same = 0;
    while (same < least && this.#old[oldStart + same] === this.#now[newStart + same]) same++;
    const isAll = same === oldEnd - oldStart && same === newEnd - newStart;
    for (let left = isAll ? same : same - untrimmed; left > 0; left--) this.#pair(oldStart++, newStart++);
    let tail = 0;
    const rest = Math.min(oldEnd - oldStart, newEnd - newStart);
    while (tail < rest && this.#old[oldEnd - 1 - tail] === this.#now[newEnd - 1 - tail]) tail++;
    for (let left = tail - untrimmed; left > 0; left--) this.#pair(--oldEnd, --newEnd);
    return { oldStart, oldEnd, newStart, newEnd };
  }

  /** The longest common subsequence; of several the one whose pieces stand together. */
  #table({ oldStart, oldEnd, newStart, newEnd }: Span): void {
    const width = newEnd - newStart + 1;
    const height = oldEnd - oldStart + 1;
    // Twice the length, and one more for each pair that follows a pair without a gap.
    const table = new Int32Array(width * height);
    const follows = new Uint8Array(width * height);
    for (let row = height - 2; row >= 0; row--) {
      for (let column = width - 2; column >= 0; column--) {
        const here = row * width + column;
        const skip = Math.max(table[here + width] ?? 0, table[here + 1] ?? 0);
        if (this.#old[oldStart + row] !== this.#now[newStart + column]) {
          table[here] = skip;
          continue;
        }
        const take = (table[here + width + 1] ?? 0) + 4 + (follows[here + width + 1] ?? 0);
        table[here] = Math.max(skip, take);
        follows[here] = take >= skip ? 1 : 0;
      }
    }
    let row = 0;
    let column = 0;
    while (row < height - 1 && column < width - 1) {
      const here = row * width + column;
      if (follows[here] === 1) this.#pair(oldStart + row++, newStart + column++);
      else if ((table[here + width] ?? 0) >= (table[here + 1] ?? 0)) row++;
      else column++;
    }
  }

  /** Pairs pieces that stand once on each side, as many as are in order, and leaves what is between them. */
  #aroundUnique(span: Span): readonly Span[] {
    const { oldStart, oldEnd, newStart, newEnd } = span;
    const inOld = uniqueIn(this.#old, oldStart, oldEnd);
    const inNew = uniqueIn(this.#now, newStart, newEnd);
    const pairs: (readonly [old: number, now: number])[] = [];
    for (const [hash, old] of inOld) {
      const now = inNew.get(hash);
      if (old >= 0 && now !== undefined && now >= 0) pairs.push([old, now]);
    }
    pairs.sort(([a], [b]) => a - b);
    const kept = longestRising(pairs);
    if (kept.length === 0) return [];
    const spans: Span[] = [];
    let [before, beforeNew] = [oldStart, newStart];
    for (const [old, now] of kept) {
      this.#pair(old, now);
      spans.push({ oldStart: before, oldEnd: old, newStart: beforeNew, newEnd: now });
      [before, beforeNew] = [old + 1, now + 1];
    }
    spans.push({ oldStart: before, oldEnd, newStart: beforeNew, newEnd });
    return spans;
  }
}

/** What is left and stands once on each side was moved, and what is around it went along. */
function matchMoved(old: Int32Array, now: Int32Array, { toNew, toOld }: PieceMap): void {
  const inOld = uniqueIn(old, 0, old.length, toNew);
  const inNew = uniqueIn(now, 0, now.length, toOld);
  for (const [hash, from] of inOld) {
    const to = inNew.get(hash);
    if (from < 0 || to === undefined || to < 0 || toNew[from] !== -1) continue;
    for (const step of [1, -1]) {
      for (let distance = step === 1 ? 0 : -1; ; distance += step) {
        const [one, other] = [from + distance, to + distance];
        if (toNew[one] !== -1 || toOld[other] !== -1 || old[one] !== now[other]) break;
        toNew[one] = other;
        toOld[other] = one;
      }
    }
  }
}

/** Where each hash stands between `start` and `end`, -1 where more than once; only those without a partner in `taken`. */
function uniqueIn(hashes: Int32Array, start: number, end: number, taken?: Int32Array): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (let at = start; at < end; at++) {
    const hash = hashes[at] ?? 0;
    if (taken === undefined || taken[at] === -1) places.set(hash, places.has(hash) ? -1 : at);
  }
  return places;
}

function longestRising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [index, [, now]] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < now) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? -1 : (tails[low - 1] ?? -1));
    tails[low] = index;
  }
  const kept: (readonly [number, number])[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
    const pair = pairs[at];
    if (pair) kept.push(pair);
  }
  return kept.reverse();
}
