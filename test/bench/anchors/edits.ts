import type { Seeded } from '../../support/seeded';
import { endMark, isEndMark, isMark, type MarkedBlocks, mostPassages, startMark, withoutMarks } from './markedBlocks';
import type { RenderStyle } from './renderBlocks';

/** What an editor, a publisher or a converter does to an article. */
export interface Edit {
  readonly name: string;
  readonly style?: RenderStyle;
  /** `others` are blocks of other articles. */
  readonly change: (blocks: MarkedBlocks, others: readonly string[], chance: Seeded) => MarkedBlocks;
}

const same = (blocks: MarkedBlocks): MarkedBlocks => blocks;

export const edits: readonly Edit[] = [
  {
    name: 'insert paragraphs',
    change: (blocks, others, chance) => times(1 + chance.below(5), blocks, (now) => inserted(now, others, chance)),
  },
  {
    name: 'delete paragraphs',
    change: (blocks, _, chance) =>
      times(1 + chance.below(4), blocks, (now) => (now.length < 3 ? now : without(now, chance.below(now.length)))),
  },
  {
    name: 'reorder paragraphs',
    change: (blocks, _, chance) => times(1 + chance.below(3), blocks, (now) => moved(now, chance)),
  },
  { name: 'insert and delete sentences', change: sentences },
  { name: 'correct typos', change: (blocks, _, chance) => blocks.map((block) => typos(block, 0.01, chance)) },
  {
    name: 'change punctuation width',
    change: (blocks, _, chance) => (chance.next() < 0.5 ? blocks.map(fullWidth) : blocks.map(halfWidth)),
  },
  {
    name: 'strip boilerplate',
    change: (blocks, _, chance) =>
      blocks.slice(Math.min(2, chance.below(3)), Math.max(3, blocks.length - chance.below(4))),
  },
  { name: 'add boilerplate', change: boilerplate },
  { name: 're-wrap HTML', style: 'breaks', change: same },
  {
    name: 're-scrape',
    style: 'nested',
    change: (blocks, others, chance) =>
      inserted(
        blocks.map((block) => typos(block, 0.001, chance)),
        others,
        chance,
      ),
  },
  { name: 'convert to Markdown', style: 'markdown', change: same },
  { name: 'replace the passage', change: replaced },
  { name: 'all together', style: 'nested', change: together },
  {
    name: 'copy paragraphs',
    change: (blocks, _, chance) => times(1 + chance.below(3), blocks, (now) => copied(now, chance)),
  },
];

function times(count: number, blocks: MarkedBlocks, change: (blocks: MarkedBlocks) => MarkedBlocks): MarkedBlocks {
  let now = blocks;
  for (let round = 0; round < count; round++) now = change(now);
  return now;
}

function inserted(blocks: MarkedBlocks, others: readonly string[], chance: Seeded): MarkedBlocks {
  return blocks.toSpliced(chance.below(blocks.length + 1), 0, chance.of(others));
}

function without(blocks: MarkedBlocks, index: number): MarkedBlocks {
  return blocks.toSpliced(index, 1);
}

function moved(blocks: MarkedBlocks, chance: Seeded): MarkedBlocks {
  const from = chance.below(blocks.length);
  const block = blocks[from];
  if (block === undefined) return blocks;
  const rest = without(blocks, from);
  return rest.toSpliced(chance.below(rest.length + 1), 0, block);
}

/** A paragraph once more elsewhere, as summaries, teasers and pull quotes have it. The passages stay where they were. */
function copied(blocks: MarkedBlocks, chance: Seeded): MarkedBlocks {
  const marked = blocks.flatMap((block, index) => (withoutMarks(block) === block ? [] : [index]));
  const from = marked.length === 0 ? chance.below(blocks.length) : chance.of(marked);
  const count = 1 + chance.below(3);
  const copy = blocks.slice(from, from + count).map(withoutMarks);
  const to = chance.below(blocks.length + 1);
  // Next to each other nothing tells which of both is the old one, nor does it matter.
  return to >= from && to <= from + count ? blocks : blocks.toSpliced(to, 0, ...copy);
}

function sentences(blocks: MarkedBlocks, others: readonly string[], chance: Seeded): MarkedBlocks {
  return blocks.map((block) => {
    if (chance.next() < 0.5) return block;
    const parts = sentencesOf(block);
    const at = chance.below(parts.length + 1);
    if (chance.next() < 0.5 && parts.length > 1) return parts.toSpliced(Math.min(at, parts.length - 1), 1).join('');
    const sentence = sentencesOf(chance.of(others))[0] ?? '';
    return parts.toSpliced(at, 0, sentence.slice(0, 200)).join('');
  });
}

/** A mark of an end belongs to what is before it, one of a start to what comes after. */
function sentencesOf(block: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let isOver = false;
  for (const character of block) {
    if (isOver && !isEndMark(character)) {
      parts.push(part);
      part = '';
      isOver = false;
    }
    part += character;
    if (/[。！？.!?]/.test(character)) isOver = true;
  }
  return part === '' ? parts : [...parts, part];
}

function typos(block: string, rate: number, chance: Seeded): string {
  const letters = [...withoutMarks(block)].filter((character) => /\p{L}/u.test(character));
  if (letters.length === 0) return block;
  return [...block]
    .map((character) => {
      if (isMark(character) || chance.next() >= rate) return character;
      const kind = chance.below(3);
      return kind === 0 ? chance.of(letters) : kind === 1 ? '' : character + chance.of(letters);
    })
    .join('');
}

const widths: readonly (readonly [half: string, full: string])[] = [
  [',', '，'],
  ['.', '。'],
  ['!', '！'],
  ['?', '？'],
  [':', '：'],
  [';', '；'],
  ['(', '（'],
  [')', '）'],
  ['%', '％'],
];

function fullWidth(block: string): string {
  return widths
    .reduce((text, [half, full]) => text.replaceAll(half, full), block)
    .replace(/[“”]/g, (quote) => (quote === '“' ? '「' : '」'))
    .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function halfWidth(block: string): string {
  return widths
    .reduce((text, [half, full]) => text.replaceAll(full, half), block)
    .replace(/[“”「」]/g, '"')
    .replace(/[‘’]/g, "'")
    .replaceAll('……', '...');
}

const lines = [
  '分享到：微信 微博',
  '责任编辑：张三',
  'Share this article',
  'Sign up for our newsletter',
  '相关阅读',
  '版权声明：未经授权不得转载。',
  'Advertisement',
  '返回搜狐，查看更多',
];

function boilerplate(blocks: MarkedBlocks, _: readonly string[], chance: Seeded): MarkedBlocks {
  const own = (): string[] => Array.from({ length: 1 + chance.below(4) }, () => chance.of(lines));
  const middle = chance.below(blocks.length);
  return [...own(), ...blocks.slice(0, middle), ...own(), ...blocks.slice(middle), ...own()];
}

/** Half of the passages that lie in one block become other text of their length. */
function replaced(blocks: MarkedBlocks, others: readonly string[], chance: Seeded): MarkedBlocks {
  let now = blocks;
  for (let passage = 0; passage < mostPassages; passage++) {
    const [start, end] = [startMark(passage), endMark(passage)];
    if (chance.next() < 0.5) continue;
    now = now.map((block) => {
      const from = block.indexOf(start);
      const to = block.indexOf(end);
      if (from < 0 || to < from) return block;
      const inside = block.slice(from + 1, to);
      const text = chance.of(others).slice(0, inside.length) || '新';
      // What other passages end in stays, so that those are either there or gone.
      if (withoutMarks(inside) !== inside || text.trim() === inside) return block;
      return block.slice(0, from) + text + block.slice(to + 1);
    });
  }
  return now;
}

function together(blocks: MarkedBlocks, others: readonly string[], chance: Seeded): MarkedBlocks {
  let now = inserted(blocks, others, chance);
  now = moved(now, chance);
  if (now.length > 4) now = without(now, chance.below(now.length));
  now = sentences(now, others, chance);
  now = now.map((block) => typos(block, 0.004, chance));
  now = chance.next() < 0.5 ? now.map(halfWidth) : now;
  return boilerplate(now, others, chance);
}
