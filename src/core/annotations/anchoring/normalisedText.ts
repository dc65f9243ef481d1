/**
 * A text for comparing: no white space, one width, one kind of quotes and dashes, lower case. Knows which code units of the
 * original each of its own stands for.
 */
export interface NormalisedText {
  readonly text: string;
  /** Where in the original the character of each unit starts. */
  readonly starts: Int32Array;
  /** Where it ends. */
  readonly ends: Int32Array;
}

const folded = new Map<string, string>([
  ...pairs('“”„‟«»「」『』〝〞〟＂', '"'),
  ...pairs('‘’‚‛‹›＇`´', "'"),
  ...pairs('‐‑‒–—―−－─〜～', '-'),
  ...pairs('。．｡…', '.'),
  ...pairs('、，､', ','),
  ...pairs('•・‧∙', '·'),
  ...pairs('【〔〖', '['),
  ...pairs('】〕〗', ']'),
  ...pairs('《〈', '<'),
  ...pairs('》〉', '>'),
]);

/** No character is taken for more. */
const room = 4;

/** What each unit becomes where that is one unit; see `several` and `none`. */
const known = new Uint16Array(0x10000);
const none = 0xffff;
const several = 0xfffe;

export function normalise(original: string): NormalisedText {
  // Few characters become several units: room for those is made when it is needed.
  let units = new Uint16Array(original.length + room);
  let starts = new Int32Array(units.length);
  let ends = new Int32Array(units.length);
  let count = 0;
  for (let at = 0; at < original.length; ) {
    const width = widthAt(original, at);
    const one = width === 1 ? foldedUnit(original.charCodeAt(at)) : several;
    const end = at + width;
    if (count + room > units.length) {
      const length = 2 * units.length;
      units = grown(units, new Uint16Array(length));
      starts = grown(starts, new Int32Array(length));
      ends = grown(ends, new Int32Array(length));
    }
    if (one === several) {
      const folded = foldedCharacter(original.slice(at, end)).slice(0, room);
      for (let index = 0; index < folded.length; index++) {
        units[count] = folded.charCodeAt(index);
        starts[count] = at;
        ends[count++] = end;
      }
    } else if (one !== none) {
      units[count] = one;
      starts[count] = at;
      ends[count++] = end;
    }
    at = end;
  }
  return { text: textOf(units, count), starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

function grown<T extends Uint16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

function textOf(units: Uint16Array, count: number): string {
  const parts: string[] = [];
  for (let at = 0; at < count; at += 4096)
    parts.push(Reflect.apply(String.fromCharCode, undefined, units.subarray(at, Math.min(count, at + 4096))));
  return parts.join('');
}

/** The text alone, without the room for its places: of many short texts. */
export function normalisedString(original: string): string {
  let text = '';
  for (let at = 0; at < original.length; ) {
    const width = widthAt(original, at);
    const one = width === 1 ? foldedUnit(original.charCodeAt(at)) : several;
    if (one === several) text += foldedCharacter(original.slice(at, at + width)).slice(0, room);
    else if (one !== none) text += String.fromCharCode(one);
    at += width;
  }
  return text;
}

/** How many units the character has that starts there. */
function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? 2 : 1;
}

/** The first unit of the normalised text that stands for something at or after `unit` of the original. */
export function normalisedIndex({ starts }: NormalisedText, unit: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < unit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function foldedUnit(unit: number): number {
  const found = known[unit];
  if (found !== undefined && found !== 0) return found;
  const character = foldedCharacter(String.fromCharCode(unit));
  const made = character === '' ? none : character.length === 1 && unit !== 0 ? character.charCodeAt(0) : several;
  known[unit] = made;
  return made;
}

function foldedCharacter(character: string): string {
  const own = folded.get(character);
  if (own !== undefined) return own;
  if (/^(?:[\s\p{Cc}\p{Cf}\p{Zs}]|\ufe0f)$/u.test(character)) return '';
  const plain = character.normalize('NFKC').toLowerCase().replace(/\s/g, '');
  return plain.length > character.length ? plain : (folded.get(plain) ?? plain);
}

function pairs(characters: string, to: string): readonly (readonly [string, string])[] {
  return [...characters].map((character) => [character, to] as const);
}
