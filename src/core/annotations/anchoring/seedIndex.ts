const seedLength = 4;
const tableBits = 15;
const diagonalBits = 5;
const mostPerSeed = 48;

/** Finds where in a text much of a pattern stands, in whatever state: by short pieces that both have on one diagonal. */
export class SeedIndex {
  readonly #text: string;
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(text: string) {
    this.#text = text;
    this.#first = new Int32Array(1 << tableBits).fill(-1);
    this.#next = new Int32Array(text.length).fill(-1);
    // Backwards, so that chains go forwards.
    for (let at = text.length - seedLength; at >= 0; at--) {
      const slot = slotOf(text, at);
      this.#next[at] = this.#first[slot] ?? -1;
      this.#first[slot] = at;
    }
  }

  /** Where in the text the pattern would start, the likeliest first. */
  starts(pattern: string, most: number): readonly number[] {
    const votes = new Map<number, number>();
    for (let at = 0; at + seedLength <= pattern.length; at++) {
      let left = mostPerSeed;
      for (
        let place = this.#first[slotOf(pattern, at)] ?? -1;
        place >= 0 && left > 0;
        place = this.#next[place] ?? -1
      ) {
        left--;
        if (pattern.charCodeAt(at) !== this.#text.charCodeAt(place)) continue;
        const bin = (place - at) >> diagonalBits;
        votes.set(bin, (votes.get(bin) ?? 0) + 1);
      }
    }
    // An edit may move what follows it onto the next diagonals.
    const smooth = [...votes].map(
      ([bin, own]) => [bin, 2 * own + (votes.get(bin - 1) ?? 0) + (votes.get(bin + 1) ?? 0)] as const,
    );
    smooth.sort(([a, one], [b, other]) => other - one || a - b);
    const found: number[] = [];
    for (const [bin] of smooth) {
      if (found.length >= most) break;
      const start = bin << diagonalBits;
      if (found.every((known) => Math.abs(known - start) > 2 << diagonalBits)) found.push(start);
    }
    return found;
  }
}

function slotOf(text: string, at: number): number {
  let hash = 0;
  for (let index = 0; index < seedLength; index++)
    hash = Math.imul(hash ^ text.charCodeAt(at + index), 0x01000193) + 0x9e37;
  return (hash ^ (hash >>> 15)) & ((1 << tableBits) - 1);
}
