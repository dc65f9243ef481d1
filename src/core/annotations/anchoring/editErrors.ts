/**
 * Least edits between a pattern and pieces of a text, after Myers, "A fast bit-vector algorithm for approximate string
 * matching" (1999), in blocks of 32 as Hyyrö (2003) has it.
 */

/** How the pattern is read against the text: from its start on, or both backwards. */
type Direction = 'forwards' | 'backwards';

/**
 * For each place of the text from `from` to `to`, both included, the least edits between the pattern and a piece of the text
 * that ends there, wherever it starts.
 */
export function errorsByEnd(pattern: string, text: string, from: number, to: number): Int32Array {
  return errors(pattern, text, from, to, 'forwards', false);
}

/** The same for pieces that start at each place. */
export function errorsByStart(pattern: string, text: string, from: number, to: number): Int32Array {
  return errors(pattern, text, from, to, 'backwards', false).reverse();
}

/** The least edits between the pattern and a piece of the text that starts exactly at `from` and ends before `to`. */
export function errorsFrom(pattern: string, text: string, from: number, to: number): number {
  return least(errors(pattern, text, from, to, 'forwards', true));
}

/** The same for a piece that ends exactly at `to` and starts after `from`. */
export function errorsUpTo(pattern: string, text: string, from: number, to: number): number {
  return least(errors(pattern, text, from, to, 'backwards', true));
}

/** The edits between the pattern and exactly this piece of the text. */
export function errorsBetween(pattern: string, text: string, from: number, to: number): number {
  return errors(pattern, text, from, to, 'forwards', true)[to - from] ?? pattern.length;
}

function least(values: Int32Array): number {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < found) found = value;
  return found;
}

function errors(
  pattern: string,
  text: string,
  from: number,
  to: number,
  direction: Direction,
  anchored: boolean,
): Int32Array {
  const length = Math.max(0, to - from);
  const result = new Int32Array(length + 1);
  result[0] = pattern.length;
  if (pattern.length === 0) {
    if (anchored) for (let step = 0; step <= length; step++) result[step] = step;
    return result;
  }
  const words = (pattern.length + 31) >>> 5;
  const masks = masksOf(pattern, words, direction);
  const none = new Int32Array(words);
  const up = new Int32Array(words).fill(-1);
  const down = new Int32Array(words);
  const lastBit = 1 << ((pattern.length - 1) & 31);
  let score = pattern.length;
  for (let step = 1; step <= length; step++) {
    const unit = text.charCodeAt(direction === 'forwards' ? from + step - 1 : to - step);
    const equal = masks.get(unit) ?? none;
    let carry = anchored ? 1 : 0;
    for (let word = 0; word < words; word++) {
      const above = up[word] ?? 0;
      const below = down[word] ?? 0;
      let same = equal[word] ?? 0;
      const vertical = same | below;
      if (carry < 0) same |= 1;
      const horizontal = ((((same & above) >>> 0) + (above >>> 0)) ^ above) | same;
      let rise = below | ~(horizontal | above);
      let fall = above & horizontal;
      const top = word === words - 1 ? lastBit : 1 << 31;
      const out = (rise & top) !== 0 ? 1 : (fall & top) !== 0 ? -1 : 0;
      rise <<= 1;
      fall <<= 1;
      if (carry < 0) fall |= 1;
      else if (carry > 0) rise |= 1;
      up[word] = fall | ~(vertical | rise);
      down[word] = rise & vertical;
      carry = out;
    }
    score += carry;
    result[step] = score;
  }
  return result;
}

function masksOf(pattern: string, words: number, direction: Direction): ReadonlyMap<number, Int32Array> {
  const masks = new Map<number, Int32Array>();
  for (let index = 0; index < pattern.length; index++) {
    const unit = pattern.charCodeAt(direction === 'forwards' ? index : pattern.length - 1 - index);
    let mask = masks.get(unit);
    if (mask === undefined) {
      mask = new Int32Array(words);
      masks.set(unit, mask);
    }
    const word = index >>> 5;
    mask[word] = (mask[word] ?? 0) | (1 << (index & 31));
  }
  return masks;
}
