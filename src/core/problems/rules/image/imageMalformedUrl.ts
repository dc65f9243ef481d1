import type { ImageReference } from '../../../article/body/imageReference';
import { writtenAddress } from '../../../images/articleImages';
import type { AddressFlaw } from '../../../images/imageAddress';
import { writeAddress } from '../../../images/writeAddress';
import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { removal, shown } from './addressFixes';
import { troubleRule } from './troubleRule';

const messages: Readonly<Record<AddressFlaw, () => Message>> = {
  space: () => say('This image URL has a space in it. Write it as %20.'),
  lineBreak: () => say('This image URL is broken over lines, so no image is shown. Join it.'),
  escape: () => say('This image URL has a % that starts no escape. Write it as %25.'),
  noHost: () => say('This image URL names no server.'),
  doubleScheme: () => say('This image URL starts twice.'),
};

export const imageMalformedUrl = troubleRule({
  id: 'image/malformed-url',
  name: 'Malformed image URL',
  level: 'warning',
  summary: 'An image’s URL is malformed.',
  documentation: `
Spaces and line breaks in an address, a \`%\` that starts no escape, a scheme that stands twice, or no server at all: some
programs mend such a URL silently, others show no image. A Markdown image whose URL was broken over two lines by
a converter is no image to any Markdown program.

\`\`\`markdown
![](https://example.com/abc-
def/1000)
\`\`\`

becomes

\`\`\`markdown
![](https://example.com/abc-def/1000)
\`\`\`
`,
  kinds: ['malformed'],
  message: ({ flaw }) => messages[flaw](),
  fixes({ mended }, image, article): readonly Fix[] {
    if (mended === undefined) return [removal(article, image)].filter((fix) => fix !== undefined);
    const text = mendedAsWritten(article, image, mended);
    return [{ title: say('Write the URL as {0}', shown(mended)), edits: [{ range: image.range, text }] }];
  },
});

/** Only the flaw is mended: entities come back only where there were some. */
function mendedAsWritten(article: CheckedArticle, image: ImageReference, mended: string): string {
  const raw = article.text.slice(image.range.start, image.range.end);
  if (writtenAddress(article, image) === raw) return mended;
  const text = writeAddress(mended, image);
  return raw.includes('&amp;') ? text : text.replaceAll('&amp;', '&');
}
