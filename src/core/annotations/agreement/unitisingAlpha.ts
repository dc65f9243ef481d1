import type { TextRange } from '../../text/textRange';

/** The disagreement about one label, seen and to be expected by chance. */
export interface UnitisingDisagreement {
  readonly observed: number;
  readonly expected: number;
}

/** A part of the text as one person divides it: marked, or between what is marked. */
interface Section {
  readonly start: number;
  readonly length: number;
  readonly isUnit: boolean;
}

/**
 * Krippendorff's alpha for units that people mark in a text themselves (Krippendorff 1995, "On the Reliability of Unitizing
 * Continuous Data"; 2004, "Content Analysis", section 11.6): 1 minus `observed` by `expected`, of one label or summed over
 * several. Each list holds what one person marked in a text of `length` characters; what overlaps in it counts as one.
 */
export function unitisingDisagreement(
  people: readonly (readonly TextRange[])[],
  length: number,
): UnitisingDisagreement {
  const divided = people.map((units) => sectionsOf(units, length));
  let observed = 0;
  for (const [index, one] of divided.entries()) {
    for (const other of divided.slice(index + 1)) observed += 2 * between(one, other);
  }
  const raters = people.length;
  return {
    observed: observed / (raters * (raters - 1) * length ** 2),
    expected: expectedOf(divided.flat(), raters * length, length),
  };
}

/** NaN where nobody marked anything. */
export function unitisingAlpha(disagreements: readonly UnitisingDisagreement[]): number {
  const sum = (key: keyof UnitisingDisagreement): number => disagreements.reduce((total, own) => total + own[key], 0);
  return 1 - sum('observed') / sum('expected');
}

/** Ranges in order, those that overlap or touch as one. */
export function joined(ranges: readonly TextRange[]): readonly TextRange[] {
  const found: TextRange[] = [];
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const last = found.at(-1);
    if (range.end <= range.start) continue;
    if (last !== undefined && range.start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    else found.push(range);
  }
  return found;
}

function sectionsOf(ranges: readonly TextRange[], length: number): readonly Section[] {
  const sections: Section[] = [];
  let at = 0;
  for (const { start, end } of joined(ranges)) {
    if (start > at) sections.push({ start: at, length: start - at, isUnit: false });
    sections.push({ start, length: end - start, isUnit: true });
    at = end;
  }
  if (at < length) sections.push({ start: at, length: length - at, isUnit: false });
  return sections;
}

/** Both lists cover the text in order: only neighbours can overlap. */
function between(one: readonly Section[], other: readonly Section[]): number {
  let sum = 0;
  let first = 0;
  for (const section of one) {
    const end = section.start + section.length;
    while (first < other.length && endOf(other[first]) <= section.start) first++;
    for (let index = first; index < other.length; index++) {
      const opposite = other[index];
      if (opposite === undefined || opposite.start >= end) break;
      sum += distance(section, opposite);
    }
  }
  return sum;
}

function endOf(section: Section | undefined): number {
  return section === undefined ? Number.POSITIVE_INFINITY : section.start + section.length;
}

function distance(one: Section, other: Section): number {
  if (one.isUnit && other.isUnit) return (one.start - other.start) ** 2 + (endOf(one) - endOf(other)) ** 2;
  if (one.isUnit && !other.isUnit && isWithin(one, other)) return one.length ** 2;
  if (other.isUnit && !one.isUnit && isWithin(other, one)) return other.length ** 2;
  return 0;
}

function isWithin(inner: Section, outer: Section): boolean {
  return inner.start >= outer.start && endOf(inner) <= endOf(outer);
}

/** The mean distance if all units of all people lay anywhere in all texts laid end to end. */
function expectedOf(sections: readonly Section[], total: number, length: number): number {
  const units = sections.filter(({ isUnit }) => isUnit);
  const room = new GapRoom(sections.filter(({ isUnit }) => !isUnit));
  let sum = 0;
  let within = 0;
  for (const { length: own } of units) {
    sum += ((units.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own) + own ** 2 * room.for(own);
    within += own * (own - 1);
  }
  return ((2 / length) * sum) / (total * (total - 1) - within);
}

/** How many places there are in gaps for a unit of some length. A unit by unit and gap by gap count would take hours for many. */
class GapRoom {
  readonly #lengths: Float64Array;
  /** The lengths of all gaps from each on. */
  readonly #sums: Float64Array;

  constructor(gaps: readonly Section[]) {
    this.#lengths = Float64Array.from(gaps, ({ length }) => length).sort();
    this.#sums = new Float64Array(gaps.length + 1);
    for (let index = gaps.length - 1; index >= 0; index--)
      this.#sums[index] = (this.#sums[index + 1] ?? 0) + (this.#lengths[index] ?? 0);
  }

  for(length: number): number {
    let low = 0;
    let high = this.#lengths.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lengths[middle] ?? 0) < length) low = middle + 1;
      else high = middle;
    }
    return (this.#sums[low] ?? 0) - (this.#lengths.length - low) * (length - 1);
  }
}
