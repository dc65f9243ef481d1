import type { Seeded } from '../../support/seeded';

/**
 * The blocks of an article with a private character at each end of every passage. Edits move the marks along with the text,
 * so that afterwards it is known where each passage is.
 */
export type MarkedBlocks = readonly string[];

const firstMark = 0xe000;
export const mostPassages = 200;
export const anyMark = /[\ue000-\uf8ff]/g;

export function startMark(passage: number): string {
  return String.fromCharCode(firstMark + 2 * passage);
}

export function endMark(passage: number): string {
  return String.fromCharCode(firstMark + 2 * passage + 1);
}

export function withoutMarks(text: string): string {
  return text.replace(anyMark, '');
}

export function isMark(character: string): boolean {
  return character >= '\ue000' && character <= '\uf8ff';
}

export function isEndMark(character: string): boolean {
  return isMark(character) && character.charCodeAt(0) % 2 === 1;
}

/** Where each passage is in a marked text, counted without marks; a mark that is gone is undefined. */
export function markedPlaces(text: string): ReadonlyMap<number, { start?: number; end?: number }> {
  const places = new Map<number, { start?: number; end?: number }>();
  let at = 0;
  for (const character of text) {
    if (!isMark(character)) {
      at++;
      continue;
    }
    const mark = character.charCodeAt(0) - firstMark;
    const place = places.get(mark >> 1) ?? {};
    if (mark % 2 === 0) place.start ??= at;
    else place.end ??= at;
    places.set(mark >> 1, place);
  }
  return places;
}

/** A place of plain text in the blocks: which block, and before which unit of it. */
export interface BlockPlace {
  readonly block: number;
  readonly at: number;
}

/** Marks random passages: short, of a sentence, long, over several blocks, of words that stand several times. */
export function markPassages(blocks: readonly string[], count: number, chance: Seeded): MarkedBlocks {
  const marked = blocks.map((block) => [...block].map((character) => ({ character, before: '', after: '' })));
  const joined = blocks.join('\n');
  for (let passage = 0; passage < count; passage++) {
    const range = randomRange(blocks, joined, chance);
    if (range === undefined) continue;
    const start = marked[range.block]?.[range.start];
    const end = marked[range.endBlock]?.[range.end - 1];
    if (!start || !end || /\s/.test(start.character) || /\s/.test(end.character)) continue;
    start.before += startMark(passage);
    end.after = endMark(passage) + end.after;
  }
  return marked.map((block) => block.map(({ character, before, after }) => before + character + after).join(''));
}

function randomRange(blocks: readonly string[], joined: string, chance: Seeded) {
  const block = chance.below(blocks.length);
  const characters = [...(blocks[block] ?? '')];
  const kind = chance.below(6);
  if (kind === 5 && block + 1 < blocks.length) {
    const endBlock = Math.min(blocks.length - 1, block + 1 + chance.below(2));
    return {
      block,
      start: chance.below(characters.length),
      endBlock,
      end: 1 + chance.below([...(blocks[endBlock] ?? '')].length),
    };
  }
  const longest = [3, 8, 25, 60, 200][Math.min(kind, 4)] ?? 25;
  const start = chance.below(Math.max(1, characters.length - 1));
  const end = Math.min(characters.length, start + 1 + (kind === 0 ? 1 : 0) + chance.below(longest));
  // Half of the short ones stand several times, as names and turns of phrase do.
  const text = characters.slice(start, end).join('');
  if (kind <= 1 && chance.next() < 0.5 && joined.indexOf(text) === joined.lastIndexOf(text)) return undefined;
  return { block, start, endBlock: block, end };
}
