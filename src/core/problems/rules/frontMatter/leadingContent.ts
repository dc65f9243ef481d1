import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import { insert, remove } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { type HiddenFrontMatter, hiddenFrontMatter, isInvisible } from './hiddenFrontMatter';

/** What stands before the first fence. */
export const leadingContent = defineRule<readonly Fix[]>({
  id: 'front-matter/leading-content',
  name: 'Front matter not at the start',
  level: 'information',
  summary: 'Something stands before the front matter',
  documentation: `Front matter starts with the first character of a file. Marginalia reads it behind blank lines too, yet most other
programs then see no front matter at all and show its lines as text.

Before:

\`\`\`md

---
title: The ferry is back
---
\`\`\`

The fix removes the blank lines, the byte order mark or the invisible characters. Text that can be seen is moved below
the front matter, which is marked as a guess.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind === 'block') {
      const { start, end } = block.leading;
      if (end > start) yield { range: block.leading, message: messageOf(text.slice(start, end)), data: removal(end) };
      return;
    }
    const hidden = hiddenFrontMatter(text);
    if (hidden !== undefined)
      yield { range: hidden.leading, message: hiddenMessage(text, hidden), data: [uncover(article, hidden)] };
  },
  fixes: ({ data }) => data,
});

function messageOf(leading: string): Message {
  const mark = leading.startsWith('\ufeff');
  if (mark && leading.length === 1)
    return say('The file starts with a byte order mark. Many programs then see no front matter: remove it.');
  if (mark)
    return say(
      'A byte order mark and blank lines stand before the front matter. Many programs then see none: remove them.',
    );
  return say('Blank lines stand before the front matter. Many programs then see none: remove them.');
}

function removal(end: number): readonly Fix[] {
  return [{ title: say('Start the file with its front matter'), edits: [remove(0, end)] }];
}

function hiddenMessage(text: string, { leading }: HiddenFrontMatter): Message {
  return isInvisible(text.slice(leading.start, leading.end))
    ? say('Invisible characters stand before the front matter, so that it is not read. Remove them.')
    : say('Text stands before the front matter, so that it is not read. Move the text below it.');
}

function uncover({ text, lineBreak }: CheckedArticle, { leading, bodyStart }: HiddenFrontMatter): Fix {
  const written = text.slice(leading.start, leading.end);
  const title = say('Start the file with its front matter');
  if (isInvisible(written)) return { title, edits: [remove(0, leading.end)] };
  const before = /[\r\n]$/.test(text.slice(0, bodyStart)) ? lineBreak : lineBreak + lineBreak;
  const moved = `${before}${written.trim()}${lineBreak}`;
  return {
    title,
    edits: [remove(0, leading.end), insert(bodyStart, moved)],
    isGuess: true,
  };
}
