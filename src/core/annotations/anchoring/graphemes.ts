import type { TextRange } from '../../text/textRange';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const looked = 64;

/** A range of code units, grown where it would cut a character as a reader sees it. */
export function wholeGraphemes(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start > 0 && start < text.length && !isBoundary(text, start)) start--;
  while (end > start && end < text.length && !isBoundary(text, end)) end++;
  return { start, end };
}

function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  if (isPlain(before) && isPlain(after)) return true;
  const start = Math.max(0, at - looked);
  return segmenter.segment(text.slice(start, at + looked)).containing(at - start)?.index === at - start;
}

/** Joins nothing: Latin, Chinese characters, Chinese punctuation. */
function isPlain(unit: number): boolean {
  return (
    (unit < 0x300 && unit !== 0xa9 && unit !== 0xae && unit !== 0x0d) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0x3001 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff60)
  );
}
