import type { DataUriFlaw } from '../../../images/dataUri';
import { type Message, say } from '../../../text/message';
import { removal } from './addressFixes';
import { troubleRule } from './troubleRule';

const messages: Readonly<Record<DataUriFlaw, () => Message>> = {
  noComma: () => say('This data: URL is truncated: its picture is not in it.'),
  empty: () => say('This data: URL has no picture in it.'),
  notAnImage: () => say('This data: URL holds no image.'),
  notBase64: () => say('This data: URL is damaged: it is not the base64 it says it is.'),
};

export const imageBadDataUri = troubleRule({
  id: 'image/bad-data-uri',
  name: 'Broken inline image',
  level: 'warning',
  summary: 'A data: URL holds no picture.',
  documentation: `
A \`data:\` URL should hold the picture itself. This one is cut off, empty, damaged, or holds something else.

\`\`\`html
<img src="data:image/png;base64,">
\`\`\`

There is nothing to restore it from: find the picture, or remove the image.
`,
  kinds: ['badData'],
  message: ({ flaw }) => messages[flaw](),
  fixes: (_, image, article) => [removal(article, image)].filter((fix) => fix !== undefined),
});
