import { say } from '../../../text/message';
import { standInFixes } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageStandIn = troubleRule({
  id: 'image/stand-in',
  name: 'Stand-in image',
  level: 'warning',
  summary: 'An image is a stand-in for a picture that never was.',
  documentation: `
Pipelines that find no picture write something all the same: a service that sends a random photograph, a "not found"
picture, a loading animation, or a URL that ends in \`undefined\`. It says nothing about the article.

\`\`\`yaml
headimg: 'https://picsum.photos/400/300?random=7'
\`\`\`

Use the article's first real image, or remove the field. Which URLs count is the list \`standInImages\` in
\`.marginalia/config.json\`, patterns with \`*\` for anything.
`,
  kinds: ['standIn'],
  message: () => say('This URL is only a placeholder for a picture that never was.'),
  fixes: (_, image, article) => standInFixes(article, image),
});
