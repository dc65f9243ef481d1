import type { FrontMatterBlock } from '../../../article/frontMatterBlock';
import { findFrontMatter } from '../../../article/frontMatterBlock';
import { readFrontMatter } from '../../../article/readFrontMatter';
import { startsMarkup } from '../../../article/yamlLines';
import type { Fix } from '../../../text/fix';
import { isBlank, lineEnd, nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import { applyEdits, insert, type TextEdit } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { readJsonLoosely } from './jsonScan';
import { jsonSyntaxFaults } from './jsonSyntaxFaults';
import { isRule } from './spreadValue';
import { movedFault } from './syntaxFault';

/** Front matter with no fence at its end. */
export const unclosed = defineRule<readonly Fix[]>({
  id: 'front-matter/unclosed',
  name: 'Front matter not closed',
  level: 'error',
  summary: 'Front matter that is never closed',
  documentation: `Front matter ends at a line that holds its fence and nothing else. Without it other programs read the whole article as
front matter, or see none.

Before, and after the fix:

\`\`\`md
---                             ---
title: The ferry is back        title: The ferry is back
                                ---
It left the harbour at noon.
                                It left the harbour at noon.
\`\`\`

The fix writes the fence below the last field, or mends a line that was meant to be it (\`--\`, \`----\`, \`———\`). Where
text follows the last field at once, where it ends is a guess.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind === 'none' || block.closed) return;
    if (block.open.end > block.open.start) {
      const sign = fenceOf(text, block);
      const message = say('The front matter is never closed. Write a line with {0} below its last field.', sign);
      yield { range: block.open, message, data: [fenceFix(article, block, sign)] };
      return;
    }
    yield* openJson(text, block);
  },
  fixes: ({ data }) => data,
});

function fenceOf(text: string, { open }: FrontMatterBlock): string {
  return text.slice(open.start, open.start + 3);
}

function fenceFix({ text, lineBreak }: CheckedArticle, block: FrontMatterBlock, sign: string): Fix {
  const failed = failedFence(text, block.content.end);
  if (failed !== undefined) {
    return {
      title: say('Write the line as {0}', text.slice(block.open.start, block.open.start + 3)),
      edits: [{ range: failed, text: sign }],
    };
  }
  const end = block.content.end;
  const atLineStart = end === 0 || /[\r\n]/.test(text.charAt(end - 1));
  const edits = [insert(end, `${atLineStart ? '' : lineBreak}${sign}${lineBreak}`)];
  const isPlain = isBlank(text, end, lineEnd(text, end)) || startsMarkup(text, end);
  return { title: say('Write {0} below the last field', sign), edits, ...(isPlain ? {} : { isGuess: true }) };
}

/** A line below the last field that nearly is a fence. */
function failedFence(text: string, from: number): TextRange | undefined {
  let start = from;
  while (start < text.length && isBlank(text, start, lineEnd(text, start)))
    start = nextLine(text, lineEnd(text, start));
  const end = lineEnd(text, start);
  const line = text.slice(start, Math.min(end, start + 80));
  const isNearly = isRule(line.trim()) || /^(?:- ){1,4}-$/.test(line.trim());
  if (!isNearly) return undefined;
  const inset = /^\s*/.exec(line)?.[0].length ?? 0;
  const stop = start + line.trimEnd().length;
  const edits: TextEdit[] = [{ range: { start: start + inset, end: stop }, text: '---' }];
  // What is no fence after that either was a break between two parts of the text.
  return inset === 0 && findFrontMatter(applyEdits(text, edits)).kind === 'block' ? { start, end: stop } : undefined;
}

function* openJson(text: string, block: FrontMatterBlock) {
  const { start, end } = block.content;
  const content = text.slice(start, end);
  // A text that is never closed hides the brace: it is told as a fault of its own.
  if (jsonSyntaxFaults(content, false).length > 0) return;
  const fault = readJsonLoosely(content).unclosed;
  if (fault === undefined) return;
  const { range, message, fixes } = movedFault(fault, start);
  const [fix] = fixes;
  const mends = fix !== undefined && isMended(applyEdits(text, fix.edits));
  yield { range, message, data: mends ? [fix] : [] };
}

function isMended(text: string): boolean {
  return readFrontMatter(text, findFrontMatter(text)).fault === undefined;
}
