import type { TextRange } from '../text/textRange';

/** Tells where in the document something stands that was found in HTML made of it. */
export interface SourcePlaces {
  /** The place of what goes from `start` to `end` of the HTML; `undefined` where the document has nothing of it. */
  readonly rangeOf: (start: number, end: number) => TextRange | undefined;
}

/** Places in HTML that is the document itself from `base` on. */
export function samePlaces(base: number): SourcePlaces {
  return { rangeOf: (start, end) => ({ start: base + start, end: base + end }) };
}

interface Segment extends TextRange {
  /** Where it is from. */
  readonly source: TextRange;
  /** Written as in the document, so that each of its characters has a place of its own. */
  readonly isCopy: boolean;
}

/** Places in HTML that is written piece by piece. */
export class WrittenPlaces implements SourcePlaces {
  // In the order of the HTML, none touching another.
  readonly #segments: Segment[] = [];

  /** The tag that is written at `start` stands for `source`. */
  addTag(start: number, end: number, source: TextRange): void {
    this.#segments.push({ start, end, source, isCopy: false });
  }

  /** What is written from `start` on is copied from the document at `source`. */
  addCopy(start: number, end: number, source: number): void {
    if (end > start) {
      this.#segments.push({ start, end, source: { start: source, end: source + end - start }, isCopy: true });
    }
  }

  rangeOf(start: number, end: number): TextRange | undefined {
    const first = this.#at(start);
    if (first === undefined) return undefined;
    if (!first.isCopy) return first.source;
    const from = first.source.start + start - first.start;
    const last = this.#at(Math.max(start, end - 1)) ?? first;
    const to = last.isCopy ? last.source.start + end - last.start : last.source.end;
    return { start: from, end: Math.max(from, Math.min(to, last.source.end)) };
  }

  #at(offset: number): Segment | undefined {
    let low = 0;
    let high = this.#segments.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#segments[middle]?.start ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = this.#segments[low - 1];
    return found !== undefined && offset < found.end ? found : undefined;
  }
}
