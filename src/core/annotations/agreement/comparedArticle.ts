import type { TextRange } from '../../text/textRange';
import type { GivenLabel, LabelledArticle } from './labelledArticle';
import { joined } from './unitisingAlpha';

/** An article that several people annotated, its labels sorted for comparing. */
export interface ComparedArticle {
  readonly path: string;
  readonly length: number;
  /** In order. */
  readonly creators: readonly string[];
  /** By label, then by person: what they marked, in order, what overlaps as one. */
  readonly passages: ReadonlyMap<string, ReadonlyMap<string, readonly TextRange[]>>;
  /** How many passages were marked with a label. */
  readonly units: ReadonlyMap<string, number>;
  /** By label: what was given to the whole article. */
  readonly whole: ReadonlyMap<string, readonly GivenLabel[]>;
}

export function comparedArticle({ path, length, creators, labels }: LabelledArticle): ComparedArticle {
  const passages = new Map<string, Map<string, TextRange[]>>();
  const units = new Map<string, number>();
  const whole = new Map<string, GivenLabel[]>();
  for (const given of labels) {
    if (given.range === undefined) {
      addTo(whole, given.label, given);
      continue;
    }
    const people = passages.get(given.label) ?? new Map<string, TextRange[]>();
    passages.set(given.label, people);
    addTo(people, given.creator, given.range);
    units.set(given.label, (units.get(given.label) ?? 0) + 1);
  }
  return {
    path,
    length,
    creators: [...new Set(creators)].sort(),
    passages: new Map(
      [...passages].map(([label, people]) => [
        label,
        new Map([...people].map(([creator, ranges]) => [creator, joined(ranges)])),
      ]),
    ),
    units,
    whole,
  };
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
