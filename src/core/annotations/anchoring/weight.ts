const firstWide = 0x2e80;

/** How much a piece of normalised text says: a Chinese character about as much as two letters, an emoji as four. */
export function weightOf(normalised: string, start = 0, end = normalised.length): number {
  let weight = 0;
  for (let at = start; at < end; at++) weight += weightOfUnit(normalised.charCodeAt(at));
  return weight;
}

export function weightOfUnit(unit: number): number {
  return unit >= firstWide ? 2 : 1;
}
