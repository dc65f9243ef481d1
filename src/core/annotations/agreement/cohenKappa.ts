/** What two people said of the same things, in the same order. */
export type RatingPairs = readonly (readonly [one: string, other: string])[];

/**
 * Cohen's kappa: how far two people agree beyond chance (Cohen 1960). NaN where there is nothing to compare, or where both
 * always say the same one thing, so that chance explains all.
 */
export function cohenKappa(pairs: RatingPairs): number {
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let same = 0;
  for (const [one, other] of pairs) {
    first.set(one, (first.get(one) ?? 0) + 1);
    second.set(other, (second.get(other) ?? 0) + 1);
    if (one === other) same++;
  }
  const count = pairs.length;
  let byChance = 0;
  for (const [value, times] of first) byChance += (times / count) * ((second.get(value) ?? 0) / count);
  return (same / count - byChance) / (1 - byChance);
}
