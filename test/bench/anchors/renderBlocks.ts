import type { Seeded } from '../../support/seeded';
import { isMark } from './markedBlocks';

export type RenderStyle = 'paragraphs' | 'breaks' | 'nested' | 'markdown';

/** Writes blocks as the body of an article, in one of the ways that feeds, sites and converters do. */
export function renderBlocks(blocks: readonly string[], style: RenderStyle, chance: Seeded): string {
  switch (style) {
    case 'paragraphs':
      return `<div>${blocks.map((block) => `<p>${inline(block, chance)}</p>`).join(chance.next() < 0.5 ? '\n' : '')}</div>\n`;
    case 'breaks':
      return `<div>\n${blocks.map((block) => inline(block, chance)).join('<br><br />\n')}\n</div>\n`;
    case 'nested':
      return `<section>${blocks
        .map(
          (block) =>
            `<div class="p">\n  <span>${inline(block, chance).replaceAll(' ', chance.next() < 0.3 ? '\n  ' : ' ')}</span>&nbsp;\n</div>`,
        )
        .join('\n\n')}</section>\n`;
    case 'markdown':
      return `${blocks.map((block) => markdown(block, chance)).join('\n\n')}\n`;
  }
}

const tags = ['b', 'i', 'strong', 'span', 'a', 'em'] as const;

function inline(block: string, chance: Seeded): string {
  let written = '';
  let open: string | undefined;
  for (const character of block) {
    if (open !== undefined && chance.next() < 0.1) {
      written += `</${open}>`;
      open = undefined;
    } else if (open === undefined && chance.next() < 0.02) {
      open = chance.of(tags);
      written +=
        open === 'a'
          ? '<a href="https://example.com/x?a=1&amp;b=2">'
          : open === 'span'
            ? '<span style="color:red">'
            : `<${open}>`;
    }
    written +=
      character === '<'
        ? '&lt;'
        : character === '&'
          ? '&amp;'
          : character === '>' && chance.next() < 0.5
            ? '&gt;'
            : character;
  }
  return open === undefined ? written : `${written}</${open}>`;
}

function markdown(block: string, chance: Seeded): string {
  let written = '';
  let count = 0;
  for (const character of block) {
    if (!isMark(character)) count++;
    if (/[\\`*_{}[\]<>#+\-!|&~.()=:]/.test(character) && !/[.:()-]/.test(character)) written += `\\${character}`;
    else if (/[+\-.)]/.test(character) && count < 12) written += `\\${character}`;
    else if (character === ' ' && count > 40 && chance.next() < 0.08) written += '\n';
    else written += character;
  }
  return written;
}
