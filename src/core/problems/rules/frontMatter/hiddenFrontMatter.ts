import { findFrontMatter } from '../../../article/frontMatterBlock';
import { isKnownKey } from '../../../article/keyLines';
import { lineEnd, nextLine } from '../../../text/lineScan';
import type { TextRange } from '../../../text/textRange';
import { fieldAlone } from './yamlFields';

/** Front matter that something else stands before, so that it is none. */
export interface HiddenFrontMatter {
  readonly leading: TextRange;
  readonly bodyStart: number;
}

/** A text that starts with more than this has no front matter further down. */
const mostBefore = 600;
const mostLines = 6;

/** Finds front matter below a few signs or lines. Takes no longer than a look at the first lines. */
export function hiddenFrontMatter(text: string): HiddenFrontMatter | undefined {
  let start = 0;
  for (let line = 0; line < mostLines && start < Math.min(text.length, mostBefore); line++) {
    const end = lineEnd(text, start);
    const fence = /^[\ufeff\u200b-\u200f\u2060\u00a0\u3000 \t]*(---)[ \t]*$/.exec(
      text.slice(start, Math.min(end, start + 40)),
    );
    if (fence !== null) return blockAt(text, end - fence[0].length + fence[0].indexOf('-'));
    start = nextLine(text, end);
  }
  return undefined;
}

function blockAt(text: string, start: number): HiddenFrontMatter | undefined {
  if (start === 0) return undefined;
  const block = findFrontMatter(text.slice(start));
  if (block.kind === 'none' || !block.closed || block.language !== 'yaml') return undefined;
  // Two thematic breaks with a "Note: …" between them are no front matter: only fields that are known count.
  const field = fieldAlone(text.slice(start + block.content.start, start + block.content.end));
  if (field === undefined || !isKnownKey(field.key)) return undefined;
  return { leading: { start: 0, end: start }, bodyStart: start + block.bodyStart };
}

export function isInvisible(text: string): boolean {
  return /^[\s\ufeff\u200b-\u200f\u2060]*$/.test(text);
}
