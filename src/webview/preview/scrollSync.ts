import type { LayingOut } from './layingOut';
import type { Places } from './places';

interface Point {
  readonly offset: number;
  /** Below the top of the window. */
  readonly top: number;
}

/** Keeps editor and preview at the same place: between two places that are known it goes in proportion. */
export class ScrollSync {
  readonly #places: Places;
  readonly #layingOut: LayingOut;
  readonly #line: () => number;
  /** Where a scroll of ours went, so that it is not told of as if a person had scrolled. */
  #own: number | undefined;

  /** `line`: where the first line that can be read is, below the top of the window. */
  constructor(places: Places, layingOut: LayingOut, line: () => number) {
    this.#places = places;
    this.#layingOut = layingOut;
    this.#line = line;
  }

  scrollTo(offset: number): void {
    const { ordered } = this.#places;
    const index = lastIndex(ordered.length, (at) => (this.#places.get(ordered[at] as Element)?.start ?? 0) <= offset);
    const next = ordered[index + 1];
    if (next !== undefined && this.#layingOut.isLater(next)) this.#layingOut.finish();
    const before = this.#point(index);
    const after = this.#after(index, before);
    const share = after.offset > before.offset ? (offset - before.offset) / (after.offset - before.offset) : 0;
    const top = before.top + Math.min(1, Math.max(0, share)) * Math.max(0, after.top - before.top);
    this.moveTo(window.scrollY + top - this.#line());
  }

  /** Scrolls without telling of it. */
  moveTo(top: number): void {
    window.scrollTo({ top, behavior: 'instant' });
    this.#own = window.scrollY;
  }

  /** Whether the window stands where it was scrolled to by us. */
  get isOwn(): boolean {
    return this.#own !== undefined && Math.abs(window.scrollY - this.#own) < 2;
  }

  /** The place of the document at the top of the window. */
  offsetAtTop(): number {
    const ordered = this.#ordered;
    const line = this.#line() + 1;
    const index = lastIndex(ordered.length, (at) => (ordered[at] as Element).getBoundingClientRect().top <= line);
    const before = this.#point(index);
    const after = this.#after(index, before);
    const share = after.top > before.top ? (line - before.top) / (after.top - before.top) : 0;
    const offset = before.offset + Math.min(1, Math.max(0, share)) * (after.offset - before.offset);
    return Math.max(0, Math.round(offset));
  }

  /** Elements with a place that are on the screen, or above or below it. */
  get #ordered(): readonly Element[] {
    const { ordered } = this.#places;
    if (!this.#layingOut.isOn) return ordered;
    return ordered.slice(0, lastIndex(ordered.length, (at) => !this.#layingOut.isLater(ordered[at] as Element)) + 1);
  }

  /** Before the first place is the top of the page. */
  #point(index: number): Point {
    const element = this.#places.ordered[index];
    const place = element && this.#places.get(element);
    if (element === undefined || place === undefined) return { offset: 0, top: this.#line() - window.scrollY };
    return { offset: place.start, top: element.getBoundingClientRect().top };
  }

  /** The next place that is further down in both; after the last one is its end. */
  #after(index: number, before: Point): Point {
    const ordered = this.#ordered;
    for (let next = index + 1; next < Math.min(ordered.length, index + 200); next++) {
      const point = this.#point(next);
      if (point.offset > before.offset && point.top > before.top) return point;
    }
    const last = ordered[index];
    const place = last && this.#places.get(last);
    if (last === undefined || place === undefined) return before;
    return { offset: place.end, top: last.getBoundingClientRect().bottom };
  }
}

/** The last index below `length` for which `holds`, where it holds for all up to one; -1 where for none. */
function lastIndex(length: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
