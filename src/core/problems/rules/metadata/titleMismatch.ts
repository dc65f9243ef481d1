import { titleField } from '../../../article/articleTitle';
import { decodeAttribute } from '../../../article/body/attributeText';
import type { HeadingReference } from '../../../article/body/imageReference';
import { collapse } from '../../../article/fieldValue';
import { say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { valueEdit } from './fieldEdits';
import { metadataOf } from './metadataOf';

interface Data {
  readonly heading: string;
}

/** As many characters of a heading as a body tells. */
const compared = 300;

export const titleMismatch = defineRule<Data>({
  id: 'metadata/title-mismatch',
  name: 'Title and heading differ',
  level: 'hint',
  summary: 'The title and the heading that the body begins with differ.',
  documentation: `
Finds articles whose body begins with a heading of the highest level that says something else than the title: one of them may
belong to another article, or have been cut or changed on the way.

\`\`\`markdown
---
title: Harbour fees rise
---
# The night ferry returns
\`\`\`

Punctuation, white space, case and a longer form of the same words make no difference, and headings further down are never
compared. The fix writes the heading as the title; look which of them is right.
`,
  *check(article) {
    const data = metadataOf(article);
    const title = data && titleField(data);
    const [heading] = title === undefined ? [] : article.body.leadingHeadings;
    if (title === undefined || heading === undefined || !isTopHeading(heading, article)) return;
    if (!differs(title, heading.text) || sameWords(heading.text, article.entry.source?.text ?? '')) return;
    const place = article.fields.get('title') ?? article.fields.get('headline');
    if (place === undefined || place.inner.end === place.inner.start) return;
    yield {
      range: place.inner,
      message: say('The body begins with another title: “{0}”. Write the right one in both places.', heading.text),
      data: { heading: heading.text },
    };
  },
  fixes({ data: { heading } }, article) {
    const place = article.fields.get('title') ?? article.fields.get('headline');
    if (place === undefined || heading.length >= compared) return [];
    return [
      { title: say('Write the title as “{0}”', heading), edits: [valueEdit(article, place, heading)], isGuess: true },
    ];
  },
});

/** Only a heading of the highest level can be the article's title; others begin its first section. */
function isTopHeading({ range }: HeadingReference, { text }: CheckedArticle): boolean {
  const written = text.slice(range.start, range.end);
  return /^(?:<h1[\s>]|#[ \t])/i.test(written) || /[\r\n][ \t]*=+[ \t]*$/.test(written);
}

function differs(title: string, heading: string): boolean {
  const a = words(title);
  const b = words(heading);
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a);
}

function sameWords(a: string, b: string): boolean {
  return words(a) === words(b);
}

function words(text: string): string {
  return collapse(decodeAttribute(text))
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
