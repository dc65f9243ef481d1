import { say } from '../../../text/message';
import { removal } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageOutsideArchive = troubleRule({
  id: 'image/outside-archive',
  name: 'Image outside archive',
  level: 'warning',
  summary: 'An image’s path leads out of the archive.',
  documentation: `
A path with more \`../\` than there are folders above the article leads to a file outside of the archive. It is never
read, and nobody who has only the archive sees it.

\`\`\`html
<img src="../../../../pictures/harbour.jpg">
\`\`\`

Copy the picture into the archive and write its path there.
`,
  kinds: ['outside'],
  message: () => say('This path leads out of the archive. Copy the picture into it.'),
  fixes: (_, image, article) => [removal(article, image)].filter((fix) => fix !== undefined),
});
