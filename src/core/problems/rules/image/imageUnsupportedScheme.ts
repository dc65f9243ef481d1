import { say } from '../../../text/message';
import { removal } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageUnsupportedScheme = troubleRule({
  id: 'image/unsupported-scheme',
  name: 'Unsupported image URL',
  level: 'warning',
  summary: 'An image’s URL is of a kind that nobody else can open.',
  documentation: `
\`file:\` URLs and drive letters lead to somebody's own computer, \`blob:\` URLs to a page that was closed long
ago, and \`javascript:\` is no URL at all. Readers of the archive see no picture.

\`\`\`html
<img src="file:///C:/Users/me/harbour.jpg">
\`\`\`

Copy the picture into the archive and write its path, or remove the image.
`,
  kinds: ['unsupported'],
  message: ({ scheme }) => say('An image cannot be shown from a {0} URL.', scheme),
  fixes: (_, image, article) => [removal(article, image)].filter((fix) => fix !== undefined),
});
