import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import type { Duplicate } from '../../knowledge';
import { defineRule } from '../../rule';
import { openingOf } from './metadataOf';

export const duplicateArticle = defineRule<undefined>({
  id: 'metadata/duplicate-article',
  name: 'Duplicate article',
  level: 'information',
  summary: 'The archive holds the same article again.',
  documentation: `
Finds articles that are in the archive more than once: those with the same URL of the original, however it was shared
(without \`www.\`, tracking parameters and fragment), and those with the same title and source on the same day. A long title is
enough on different days too, unless each names a URL of its own.

\`\`\`text
2021/ferry.md     link: https://ledger.example/ferry
inbox/ferry.md    link: http://www.ledger.example/ferry?utm_source=feed
\`\`\`

The problem names the other files. Keep the one you want; there is no fix that deletes a file.
`,
  *check(article) {
    const duplicates = article.knowledge.duplicates ?? [];
    const [first] = duplicates;
    if (first === undefined) return;
    yield {
      range: placeOf(first, article),
      message:
        duplicates.length === 1
          ? say('The same article is in the archive again: {0}. Keep one of them.', first.path)
          : say('The same article is in the archive {0} times. Keep one of them.', duplicates.length + 1),
      data: undefined,
      related: duplicates.map(({ path, because }) => ({
        path,
        message: because === 'link' ? say('Has the same URL.') : say('Has the same title and source.'),
      })),
    };
  },
});

function placeOf({ because }: Duplicate, article: CheckedArticle): TextRange {
  const names = because === 'link' ? [...article.settings.reading.linkFields, 'title'] : ['title', 'headline'];
  for (const name of names) {
    const place = article.fields.get(name);
    if (place !== undefined && place.inner.end > place.inner.start) return place.inner;
  }
  return openingOf(article);
}
