/** Which piece of a new text each piece of an old one became. */
export interface PieceMap {
  /** -1 where it is gone or changed. */
  readonly toNew: Int32Array;
  /** -1 where it is new or changed. */
  readonly toOld: Int32Array;
  /** Where a piece that is gone or changed would be: at the piece that took its place, or at what came after it. */
  readonly homes: Int32Array;
  /** 1 for old pieces that were taken out at one place and put in at another, however little they say. */
  readonly carried: Uint8Array;
}

/** The most cells of a table that is worth filling. */
const largestTable = 250_000;

/** What a pair of equal pieces is worth, beside its length up to `longestCounted`. */
const pairWorth = 6;
const longestCounted = 12;
/** A pair right after a pair: of several alignments the one whose pairs stand together. */
const followWorth = 3;
/** A changed piece in the place of another: what is between two pairs is taken to have kept its places. */
const changedWorth = 3;
/** What was moved is believed from so many units on. */
const lightestMove = 12;
const lightestLoneMove = 6;

/**
 * Maps pieces by their hashes: what stayed in order first, then what was moved. `weights` are those of the new pieces.
 */
export function mapPieces(old: Int32Array, now: Int32Array, weights: Float64Array): PieceMap {
  const map = {
    toNew: new Int32Array(old.length).fill(-1),
    toOld: new Int32Array(now.length).fill(-1),
    homes: new Int32Array(old.length).fill(-1),
    carried: new Uint8Array(old.length),
  };
  new InOrder(old, now, weights, map).match();
  for (let piece = 0; piece < old.length; piece++) {
    if (map.homes[piece] === -1)
      map.homes[piece] = piece === 0 ? 0 : (map.homes[piece - 1] ?? 0) + (map.toNew[piece - 1] === -1 ? 0 : 1);
  }
  matchMoved(old, now, weights, map);
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
  readonly #weights: Float64Array;
  readonly #map: PieceMap;

  constructor(old: Int32Array, now: Int32Array, weights: Float64Array, map: PieceMap) {
    this.#old = old;
    this.#now = now;
    this.#weights = weights;
    this.#map = map;
  }

  match(): void {
    const whole = { oldStart: 0, oldEnd: this.#old.length, newStart: 0, newEnd: this.#now.length };
    if (this.#pairEqual(whole)) return;
    const spans: Span[] = this.#aroundUnique(whole) ?? [whole];
    for (let span = spans.pop(); span; span = spans.pop()) {
      const height = span.oldEnd - span.oldStart;
      const width = span.newEnd - span.newStart;
      if (height === 0 || width === 0 || this.#pairEqual(span)) continue;
      if (height * width <= largestTable) this.#table(span);
      else spans.push(...(this.#aroundUnique(span) ?? []));
    }
  }

  #pairEqual({ oldStart, oldEnd, newStart, newEnd }: Span): boolean {
    const length = oldEnd - oldStart;
    if (newEnd - newStart !== length) return false;
    for (let at = 0; at < length; at++) if (this.#old[oldStart + at] !== this.#now[newStart + at]) return false;
    for (let at = 0; at < length; at++) this.#pair(oldStart + at, newStart + at);
    return true;
  }

  #pair(old: number, now: number): void {
    this.#map.toNew[old] = now;
    this.#map.homes[old] = now;
    this.#map.toOld[now] = old;
  }

  /** The alignment of the highest worth. */
  #table({ oldStart, oldEnd, newStart, newEnd }: Span): void {
    const width = newEnd - newStart + 1;
    const height = oldEnd - oldStart + 1;
    const worth = new Int32Array(width * height);
    const isPair = new Uint8Array(width * height);
    for (let row = height - 2; row >= 0; row--) {
      const old = this.#old[oldStart + row];
      for (let column = width - 2; column >= 0; column--) {
        const here = row * width + column;
        const diagonal = here + width + 1;
        const now = newStart + column;
        const skip = Math.max(worth[here + width] ?? 0, worth[here + 1] ?? 0);
        let both = (worth[diagonal] ?? 0) + changedWorth;
        if (old === this.#now[now]) {
          both += pairWorth - changedWorth + Math.min(longestCounted, Math.round(this.#weights[now] ?? 0));
          if (isPair[diagonal] === 1) both += followWorth;
          if (both >= skip) isPair[here] = 1;
        }
        worth[here] = Math.max(skip, both);
      }
    }
    let row = 0;
    let column = 0;
    while (row < height - 1 && column < width - 1) {
      const here = row * width + column;
      const value = worth[here] ?? 0;
      if (isPair[here] === 1) this.#pair(oldStart + row++, newStart + column++);
      else if (value === worth[here + 1]) column++;
      else {
        this.#map.homes[oldStart + row] = newStart + column;
        if (value !== worth[here + width]) column++;
        row++;
      }
    }
  }

  /** Pairs pieces that stand once on each side, as many as are in order, and leaves what is between them. */
  #aroundUnique(span: Span): Span[] | undefined {
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
    if (kept.length === 0) return undefined;
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
function matchMoved(old: Int32Array, now: Int32Array, weights: Float64Array, map: PieceMap): void {
  const { toNew, toOld, carried } = map;
  const inOld = uniqueIn(old, 0, old.length, toNew);
  const inNew = uniqueIn(now, 0, now.length, toOld);
  const wholeOld = uniqueIn(old, 0, old.length);
  const wholeNew = uniqueIn(now, 0, now.length);
  for (const [hash, from] of inOld) {
    const to = inNew.get(hash);
    if (from < 0 || to === undefined || to < 0 || toNew[from] !== -1) continue;
    const isFree = (step: number): boolean =>
      toNew[from + step] === -1 && toOld[to + step] === -1 && old[from + step] === now[to + step];
    let first = 0;
    while (isFree(first - 1)) first--;
    let last = 0;
    while (isFree(last + 1)) last++;
    let weight = 0;
    for (let step = first; step <= last; step++) weight += weights[to + step] ?? 0;
    const isCarried =
      areNeighbours(toNew, from + first - 1, from + last + 1, now.length) &&
      areNeighbours(toOld, to + first - 1, to + last + 1, old.length);
    const isLone = wholeOld.get(hash) === from && wholeNew.get(hash) === to;
    if (!isCarried && weight < (isLone ? lightestLoneMove : lightestMove)) continue;
    if (isCarried) carried.fill(1, from + first, from + last + 1);
    for (let step = first; step <= last; step++) {
      toNew[from + step] = to + step;
      toOld[to + step] = from + step;
    }
  }
}

/** Whether what stands on both sides of some pieces stands side by side in the other text: they are no part of it. */
function areNeighbours(map: Int32Array, before: number, after: number, length: number): boolean {
  const one = before < 0 ? -1 : map[before];
  const other = after >= map.length ? length : map[after];
  return one !== undefined && other === one + 1 && (before < 0 || one !== -1);
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
