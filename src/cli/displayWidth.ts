/** How many cells of a terminal a text takes: East Asian characters and emoji take two, combining marks none. */
export function displayWidth(text: string): number {
  // Most texts are plain ASCII, and those take as many cells as characters.
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** The text in exactly so many cells: cut with an ellipsis, or filled up with spaces. */
export function fit(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const taken = displayWidth(text);
  if (taken <= width) {
    const space = ' '.repeat(width - taken);
    return align === 'left' ? text + space : space + text;
  }
  let cut = '';
  let cells = 0;
  for (const character of text) {
    const next = characterWidth(character);
    if (cells + next > width - 1) break;
    cut += character;
    cells += next;
  }
  return `${cut}…${' '.repeat(Math.max(0, width - cells - 1))}`;
}

const zeroWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
const emoji = /\p{Emoji_Presentation}/u;

function characterWidth(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return code === 0xad ? 0 : 1;
  if (isWide(code)) return 2;
  if (zeroWidth.test(character)) return 0;
  return emoji.test(character) ? 2 : 1;
}

/** The blocks that Unicode's East Asian Width calls wide or full-width. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x16fe0, 0x18cff],
  [0x1aff0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
];

function isWide(code: number): boolean {
  return wideRanges.some(([first, last]) => code >= first && code <= last);
}
