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

const known: (string | undefined)[] = new Array(0x10000);

export function normalise(original: string): NormalisedText {
  const starts = new Int32Array(original.length * room);
  const ends = new Int32Array(original.length * room);
  const parts: string[] = [];
  let count = 0;
  for (let at = 0; at < original.length; ) {
    const unit = original.charCodeAt(at);
    const width = unit >= 0xd800 && unit <= 0xdbff && at + 1 < original.length ? 2 : 1;
    const character = width === 2 ? foldedCharacter(original.slice(at, at + 2)) : foldedUnit(unit);
    const end = at + width;
    if (character !== '') {
      const limited = character.slice(0, room);
      for (let index = 0; index < limited.length; index++) {
        starts[count] = at;
        ends[count] = end;
        count++;
      }
      parts.push(limited);
    }
    at = end;
  }
  const text = parts.join('');
  return { text, starts: starts.subarray(0, count), ends: ends.subarray(0, count) };
}

/** The text alone. */
export function normalisedString(original: string): string {
  return normalise(original).text;
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

function foldedUnit(unit: number): string {
  let found = known[unit];
  if (found === undefined) {
    found = foldedCharacter(String.fromCharCode(unit));
    known[unit] = found;
  }
  return found;
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
