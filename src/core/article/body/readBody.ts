import type { Body } from './body';
import { htmlExact } from './htmlExact';
import type { MarkdownTrees } from './markdownTrees';
import { readBodyFast } from './readBodyFast';

export type { Body } from './body';

/**
 * Reads the body that starts at `start` of a document. `fast` is for whole archives (see `readBodyFast`, which needs no
 * HTML tree in its bundle); `exact` sees HTML as a browser does, for the one open document. Both find the same in all but
 * deliberately broken HTML.
 */
export function readBody(text: string, start: number, mode: 'fast' | 'exact', trees?: MarkdownTrees): Body {
  const { body, treeTooCostly } = readBodyFast(text, start, undefined, trees);
  if (mode === 'fast' || body.kind === 'markdown' || treeTooCostly) return body;
  return { ...body, ...htmlExact(text, start) };
}
