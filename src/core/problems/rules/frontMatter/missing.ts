import { lineEnd, nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import { insert } from '../../../text/textEdit';
import type { TextRange } from '../../../text/textRange';
import { defineRule } from '../../rule';
import { hiddenFrontMatter } from './hiddenFrontMatter';
import { madeFrontMatter } from './madeFrontMatter';

/** An article without front matter. */
export const missing = defineRule<undefined>({
  id: 'front-matter/missing',
  name: 'No front matter',
  level: 'warning',
  summary: 'An article without front matter',
  documentation: `Front matter is where an article says its title, its date and its source. Without it Marginalia shows the first heading
or the file's name, and cannot sort the article by date.

\`\`\`md
---
title: 'The ferry is back'
date: 2021-11-27
source: harbour.example
---
\`\`\`

The fix writes front matter from the first heading, the dates of the path and of the text, the links and the folder.
It is marked as a guess: look at what it has found.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind !== 'none' || hiddenFrontMatter(text) !== undefined) return;
    const message = say('This article has no front matter. Write its title, date and source at the start of the file.');
    yield { range: firstLine(text, block.bodyStart), message, data: undefined };
  },
  fixes: (_finding, article) => {
    const { bodyStart } = article.block;
    const made = madeFrontMatter(article);
    const startsBlank = /^\s*?(?:\r\n?|\n|$)/.test(article.text.slice(bodyStart, bodyStart + 200));
    const edits = [insert(bodyStart, startsBlank ? made : made + article.lineBreak)];
    return [{ title: say('Write front matter for "{0}"', article.entry.title), edits, isGuess: true }];
  },
});

/** The first line with anything on it. */
function firstLine(text: string, from: number): TextRange {
  let start = from;
  while (start < text.length && text.slice(start, lineEnd(text, start)).trim() === '')
    start = nextLine(text, lineEnd(text, start));
  if (start >= text.length) return { start: Math.min(from, text.length), end: text.length };
  return { start, end: Math.min(lineEnd(text, start), start + 200) };
}
