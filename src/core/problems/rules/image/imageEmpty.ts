import { say } from '../../../text/message';
import { removal } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageEmpty = troubleRule({
  id: 'image/empty',
  name: 'Image without URL',
  level: 'warning',
  summary: 'An image has no URL.',
  documentation: `
An image without a URL shows nothing, or a broken picture. Scrapers leave them behind where a page's script would
have filled the URL in.

\`\`\`html
<img src="" alt="The harbour">
\`\`\`

Write the address, or remove the image. An empty field of the front matter is told of by \`metadata/empty-value\`.
`,
  kinds: ['empty'],
  message: () => say('This image has no URL. Write it, or remove the image.'),
  fixes: (_, image, article) => [removal(article, image)].filter((fix) => fix !== undefined),
});
