import { trimmed } from '../../../article/body/attributeText';
import type { TextRange } from '../../../article/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { say } from '../../message';
import { defineRule } from '../../rule';

/** A body without text that shows one of these is not empty. */
const shown = /<(?:audio|canvas|embed|frame|iframe|math|object|svg|video)\b/i;

export const bodyEmpty = defineRule({
  id: 'body/empty',
  name: 'Empty article',
  level: 'warning',
  summary: 'The article has no text and no picture.',
  documentation: `
Finds articles whose body shows nothing at all: no text, no picture, no video. Usually the download or the conversion went
wrong, and the only thing left is the metadata. A body of pictures only is not empty.

\`\`\`markdown
---
title: Ferry timetable
---
<div> </div>
\`\`\`

Fetch the article again from its source, or delete the file. There is no automatic fix.
`,
  *check(article) {
    const { body } = article;
    if (body.characters > 0 || body.pictures > 0) return;
    if (shown.test(article.text.slice(article.block.bodyStart))) return;
    yield {
      range: placeOf(article),
      message: say('This article has no text and no picture. Fetch it again from its source, or delete the file.'),
      data: undefined,
    };
  },
});

/** What there is of the body, else the fence that it should come after. */
function placeOf({ text, block }: CheckedArticle): TextRange {
  const written = trimmed(text, { start: block.bodyStart, end: text.length });
  if (written.end > written.start) return written;
  if (block.kind === 'none') return { start: 0, end: text.length };
  if (block.close.end > block.close.start) return block.close;
  return trimmed(text, block.content);
}
