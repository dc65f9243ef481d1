import { isBetweenTags } from '../article/body/isBetweenTags';
import { markdownTooCostly } from '../article/body/markdownCost';
import { markdownPieces } from '../article/body/markdownPieces';
import { markdownTree } from '../article/body/markdownTree';
import { isSpaceOrTab } from '../text/lineScan';
import type { TextEdit } from '../text/textEdit';
import type { CheckedArticle } from './checkedArticle';
import { suppressionWord } from './suppressions';

/** A comment on a line of its own above the one that holds `offset`; undefined where no comment can stand there. */
export function disableNextLine(
  rule: string,
  offset: number,
  article: CheckedArticle,
  reason = '',
): TextEdit | undefined {
  const { text, block, lineBreak } = article;
  const named = reason === '' ? rule : `${rule}: ${reason}`;
  const start = lineStart(text, offset);
  const range = { start, end: start };
  let textStart = start;
  while (isSpaceOrTab(text.charCodeAt(textStart))) textStart++;
  const indent = text.slice(start, textStart);

  if (start >= block.bodyStart) {
    if (!canHoldComment(article, start, textStart)) return undefined;
    return { range, text: `${indent}<!-- ${suppressionWord} ${named} -->${lineBreak}` };
  }
  if (block.kind === 'none' || block.language === 'json') return undefined;
  const isClosing = block.closed && start === block.close.start;
  if (!isClosing && (start < block.content.start || start >= block.content.end)) return undefined;
  if (!isClosing && !startsPart(article, start)) return undefined;
  return { range, text: `${indent}# ${suppressionWord} ${named}${lineBreak}` };
}

function lineStart(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  return start;
}

/** Whether a line of front matter begins a field, or an item of a list: elsewhere a comment would become part of a text. */
function startsPart({ fields }: CheckedArticle, start: number): boolean {
  const field = fields.all.find(({ lines }) => lines.start <= start && start < lines.end);
  if (field === undefined || field.lines.start === start) return true;
  return field.style === 'list' || field.style === 'mapping';
}

function canHoldComment({ text, block, body }: CheckedArticle, start: number, textStart: number): boolean {
  if (body.kind === 'html') return isBetweenTags(text, block.bodyStart, start);
  if (textStart - start > 3 || markdownTooCostly(text, block.bodyStart)) return false;
  // In the middle of a paragraph or a list the comment would part it in two.
  const from = text.charCodeAt(block.bodyStart) === 0xfeff ? block.bodyStart + 1 : block.bodyStart;
  const markdown = text.slice(from);
  const at = textStart - from;
  const piece = markdownPieces(markdown).find(({ start, end }) => start <= at && at < end);
  if (piece === undefined) return false;
  const { root } = markdownTree(markdown.slice(piece.start, piece.end));
  return root.children.some(({ position }) => piece.start + (position?.start.offset ?? -1) === at);
}
