import { errorsBetween } from '../../../src/core/annotations/anchoring/editErrors';
import type { Seeded } from '../../support/seeded';
import { type ListBlock, type ListLanguage, listItem, listText, type ViewStateKind } from './listTexts';
import { anyMark, endMark, isEndMark, isMark, type MarkedBlocks, startMark, withoutMarks } from './markedBlocks';

/** A list among the blocks of an article, its passages marked. */
export interface MarkedList {
  readonly kind: ViewStateKind;
  readonly language: ListLanguage;
  readonly blocks: MarkedBlocks;
  /** How many passages are marked. */
  readonly passages: number;
}

/** What becomes of a list while the article around it stays. */
export interface ListEdit {
  readonly name: string;
  readonly change: (list: MarkedList, chance: Seeded) => MarkedBlocks;
}

export const listEdits: readonly ListEdit[] = [
  { name: 'deleted', change: (list, chance) => eachPassage(list, chance, undefined) },
  { name: 'rewritten', change: rewritten },
  { name: 'mistyped', change: (list, chance) => eachPassage(list, chance, (inside) => mistyped(inside, chance)) },
  { name: 'doubled', change: doubled },
];

/** Marks passages that do not overlap: whole items, several, and pieces of them. */
export function markList(
  kind: ViewStateKind,
  language: ListLanguage,
  blocks: readonly ListBlock[],
  count: number,
  chance: Seeded,
): MarkedList {
  const marked = blocks.map((block) => block.join(''));
  let passages = 0;
  for (let tried = 0; tried < 3 * count && passages < count; tried++) {
    const index = chance.below(blocks.length);
    const range = chance.next() < 0.5 ? itemRange(blocks[index] ?? [], chance) : anyRange(blocks[index] ?? [], chance);
    const text = (blocks[index] ?? []).join('').slice(range.start, range.end);
    if (text.trim() !== text || text === '') continue;
    const placed = withMarks(marked[index] ?? '', range, passages);
    if (placed === undefined) continue;
    marked[index] = placed;
    passages++;
  }
  return { kind, language, blocks: marked, passages };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function itemRange(block: ListBlock, chance: Seeded): Range {
  const from = chance.below(block.length);
  const items = block.slice(from, from + 1 + (chance.next() < 0.6 ? 0 : chance.below(4)));
  const start = block.slice(0, from).join('').length;
  return { start, end: start + items.join('').trimEnd().length };
}

function anyRange(block: ListBlock, chance: Seeded): Range {
  const text = block.join('');
  const start = chance.below(Math.max(1, text.length - 2));
  return { start, end: Math.min(text.length, start + 3 + chance.below(chance.of([4, 12, 30]))) };
}

/** Undefined where another passage is marked already. */
function withMarks(marked: string, { start, end }: Range, passage: number): string | undefined {
  let written = '';
  let at = 0;
  let open = false;
  for (const character of marked) {
    if (isMark(character)) {
      // Next to each other they may stand, but not within.
      if (at > start && at < end) return undefined;
      if (at === start && character.charCodeAt(0) % 2 === 0) return undefined;
      written += character;
      continue;
    }
    if (at === start) {
      written += startMark(passage);
      open = true;
    }
    written += character;
    at += character.length;
    if (open && at >= end) {
      written += endMark(passage);
      open = false;
    }
  }
  return at >= end && !open && withoutMarks(marked).length >= end && isClean(written) ? written : undefined;
}

/** Each passage is opened and closed before the next. */
function isClean(marked: string): boolean {
  let open = -1;
  for (const [mark] of marked.matchAll(anyMark)) {
    const code = mark.charCodeAt(0) - 0xe000;
    if (code % 2 === 0) {
      if (open !== -1) return false;
      open = code;
    } else {
      if (code !== open + 1) return false;
      open = -1;
    }
  }
  return open === -1;
}

/** Changes half of the passages, or deletes them. */
function eachPassage(
  { blocks, passages }: MarkedList,
  chance: Seeded,
  change: ((inside: string) => string) | undefined,
): MarkedBlocks {
  let now = blocks;
  for (let passage = 0; passage < passages; passage++) {
    if (chance.next() < 0.5) continue;
    const [start, end] = [startMark(passage), endMark(passage)];
    now = now.map((block, index) => {
      const from = block.indexOf(start);
      const to = block.indexOf(end);
      if (from < 0 || to < from) return block;
      const inside = block.slice(from + 1, to);
      if (change) return block.slice(0, from + 1) + change(inside) + block.slice(to);
      const before = block.slice(0, from);
      const after = block.slice(to + 1);
      const above = withoutMarks(now.slice(0, index).join('') + before);
      const below = withoutMarks(after + now.slice(index + 1).join(''));
      return isFoundAgain(above, inside, below) ? block : before + after.trimStart();
    });
  }
  return now.filter((block) => withoutMarks(block).trim() !== '');
}

/** Whether what closes up over a deleted passage reads the same there, so that nothing tells that it is gone. */
function isFoundAgain(before: string, inside: string, after: string): boolean {
  const length = inside.length + 2;
  return (before.slice(-length).trimEnd() + after.trimStart().slice(0, length))
    .replace(/\s/g, '')
    .includes(inside.replace(/\s/g, ''));
}

/** One character of a passage becomes another, goes, or is joined by one. */
function mistyped(inside: string, chance: Seeded): string {
  const characters = [...inside];
  if (characters.length < 3) return inside;
  const at = chance.below(characters.length);
  const other = chance.of(characters);
  switch (chance.below(3)) {
    case 0:
      return characters.toSpliced(at, 1, other === characters[at] ? '字' : other).join('');
    case 1:
      return characters.toSpliced(at, 1).join('');
    default:
      return characters.toSpliced(at, 0, other).join('');
  }
}

/** Half of the passages become other items of the kind, or all of some blocks does. */
function rewritten(list: MarkedList, chance: Seeded): MarkedBlocks {
  const item = (): string => listItem(list.kind, list.language, chance);
  if (chance.next() < 0.7) {
    return eachPassage(list, chance, (inside) => {
      const length = Math.max(2, inside.length);
      for (let tried = 0; tried < 9; tried++) {
        let text = item();
        while (text.length < length) text += item();
        text = text.slice(0, length).trim();
        // Much like the old text it would be the passage still, only mistyped.
        if (errorsBetween(inside, text, 0, text.length) > inside.length / 2) return text;
      }
      return inside;
    });
  }
  const other = listText(list.kind, list.language, chance).map((block) => block.join(''));
  return list.blocks.map((block) => {
    const changed = chance.of(other);
    return chance.next() < 0.5 && !passagesIn(block).some((passage) => changed.includes(passage)) ? changed : block;
  });
}

/** What stands in the new block just so is not gone: the `https://` of one link is that of another. */
function passagesIn(block: string): readonly string[] {
  return [...block.matchAll(/[\ue000-\uf8ff]([^\ue000-\uf8ff]+)[\ue000-\uf8ff]/g)].flatMap(([whole, inside = '']) =>
    isEndMark(whole.charAt(0)) ? [] : [inside],
  );
}

/** Some blocks stand once more elsewhere; the passages stay where they were. */
function doubled({ blocks }: MarkedList, chance: Seeded): MarkedBlocks {
  const from = chance.below(blocks.length);
  const count = 1 + chance.below(3);
  const copy = blocks.slice(from, from + count).map(withoutMarks);
  const to = chance.below(blocks.length + 1);
  // Next to its like, or where it stood twice before, nothing tells which of them is the old one, nor does it matter.
  const [before, after] = [blocks.slice(0, to), blocks.slice(to)].map((part) => withoutMarks(part.join('')));
  const isNextToLike = before?.endsWith(copy.join('')) || after?.startsWith(copy.join(''));
  const stoodTwice = blocks.filter((block) => copy.includes(withoutMarks(block))).length > copy.length;
  const isInside = to >= from && to <= from + count;
  return isNextToLike || stoodTwice || isInside ? blocks : blocks.toSpliced(to, 0, ...copy);
}
