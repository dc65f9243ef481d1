/** Letters written from right to left, and characters that turn the direction of what follows. */
const turning = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;

/** People's words that stand in a line with others: in a direction of their own, which ends where they end. */
export function isolated(text: string): string {
  // An isolate that they close themselves would let out what follows.
  return turning.test(text) ? `\u2068${text.replaceAll(/[\u2066-\u2069]/g, '')}\u2069` : text;
}
