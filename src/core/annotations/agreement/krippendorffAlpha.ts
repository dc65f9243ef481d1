/** How much two values differ: only whether, by their order, or by their distance. */
export type AlphaLevel = 'nominal' | 'ordinal' | 'interval';

/**
 * Krippendorff's alpha: how far people agree beyond chance, whoever rated what (Krippendorff 2011, "Computing Krippendorff's
 * Alpha-Reliability"). Each row holds the values that one thing was given; things with fewer than two do not count. NaN where
 * nothing can be compared or there is but one value.
 */
export function krippendorffAlpha<T extends string | number>(
  rows: readonly (readonly T[])[],
  level: AlphaLevel,
): number {
  const paired = rows.filter((row) => row.length > 1);
  const totals = new Map<T, number>();
  for (const value of paired.flat()) totals.set(value, (totals.get(value) ?? 0) + 1);
  const values = [...totals.keys()].sort((one, other) => Number(one) - Number(other));
  const distance = distances(values, totals, level);
  let observed = 0;
  for (const row of paired) {
    let sum = 0;
    for (const [index, one] of row.entries()) {
      for (const other of row.slice(index + 1)) sum += 2 * distance(one, other);
    }
    observed += sum / (row.length - 1);
  }
  const count = paired.reduce((sum, row) => sum + row.length, 0);
  return 1 - ((count - 1) * observed) / expectedOf(totals, count, level, distance);
}

function expectedOf<T extends string | number>(
  totals: ReadonlyMap<T, number>,
  count: number,
  level: AlphaLevel,
  distance: (one: T, other: T) => number,
): number {
  let expected = 0;
  if (level === 'nominal') {
    // Texts may be as many as there are articles: never each with each.
    for (const own of totals.values()) expected += own * (count - own);
    return expected;
  }
  for (const [one, own] of totals)
    for (const [other, others] of totals) expected += own * others * distance(one, other);
  return expected;
}

/** Squared differences. */
function distances<T extends string | number>(
  values: readonly T[],
  totals: ReadonlyMap<T, number>,
  level: AlphaLevel,
): (one: T, other: T) => number {
  if (level === 'nominal') return (one, other) => (one === other ? 0 : 1);
  if (level === 'interval') return (one, other) => (Number(one) - Number(other)) ** 2;
  // By how many values lie between, those at both ends by half.
  const middles = new Map<T, number>();
  let below = 0;
  for (const value of values) {
    const own = totals.get(value) ?? 0;
    middles.set(value, below + own / 2);
    below += own;
  }
  return (one, other) => ((middles.get(one) ?? 0) - (middles.get(other) ?? 0)) ** 2;
}
