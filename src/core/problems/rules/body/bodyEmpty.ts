import { titleField } from '../../../article/articleTitle';
import { decodeAttribute, trimmed } from '../../../article/body/attributeText';
import { withLowerCaseKeys } from '../../../article/fieldValue';
import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';

/** A body without text that shows one of these is not empty. */
const shown = /<(?:audio|canvas|embed|frame|iframe|math|object|svg|video)\b/i;

export const bodyEmpty = defineRule({
  id: 'body/empty',
  name: 'Empty article',
  level: 'warning',
  summary: 'The article has no text and no picture, or nothing but its title.',
  documentation: `
Finds articles whose body shows nothing at all: no text, no picture, no video. Usually the download or the conversion went
wrong, and the only thing left is the metadata. A body that only says the title again is as empty; one of pictures is not.

\`\`\`markdown
---
title: Ferry timetable
---
<div> </div>
\`\`\`

Fetch the article again from its source, or delete the file. There is no automatic fix.
`,
  *check(article) {
    if (!isEmpty(article)) return;
    yield {
      range: placeOf(article),
      message:
        article.body.characters > 0
          ? say('This article has no text but its title. Fetch it again from its source, or delete the file.')
          : say('This article has no text and no picture. Fetch it again from its source, or delete the file.'),
      data: undefined,
    };
  },
});

/** Whether the body shows nothing, or nothing but the title. */
export function isEmpty(article: CheckedArticle): boolean {
  const { body } = article;
  if (body.pictures > 0 || (body.characters > 0 && !saysOnlyTitle(article))) return false;
  return !shown.test(article.text.slice(article.block.bodyStart));
}

/** More markup around so little text is something else, and takes its time to look through. */
const longestMarkup = 8000;
/** A heading, a link and a line may each have it. */
const mostRepeats = 3;

/** Whether the letters and digits of the body are those of the title, once or a few times. */
function saysOnlyTitle({ text, block, body, frontMatter }: CheckedArticle): boolean {
  const title = lettersOf(titleField(withLowerCaseKeys(frontMatter.data)) ?? '');
  if (text.length - block.bodyStart > longestMarkup) return false;
  // Punctuation counts as text: of short titles there may be as much again.
  if (title === '' || body.characters > mostRepeats * (2 * title.length + 10)) return false;
  const written = text.slice(block.bodyStart).replace(/<!--[\s\S]*?-->|<[^<>]*>|\]\([^()]*\)|\bhttps?:\S+/g, ' ');
  const said = lettersOf(decodeAttribute(written));
  for (let times = 1; times <= mostRepeats; times++) if (said === title.repeat(times)) return true;
  return false;
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** What there is of the body, else the fence that it should come after. */
function placeOf({ text, block }: CheckedArticle): TextRange {
  const written = trimmed(text, { start: block.bodyStart, end: text.length });
  if (written.end > written.start) return written;
  if (block.kind === 'none') return { start: 0, end: text.length };
  if (block.close.end > block.close.start) return block.close;
  return trimmed(text, block.content);
}
