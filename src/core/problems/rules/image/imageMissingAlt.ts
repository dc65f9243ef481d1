import { articleImages } from '../../../images/articleImages';
import { say } from '../../message';
import { defineRule } from '../../rule';

export const imageMissingAlt = defineRule({
  id: 'image/missing-alt',
  level: 'off',
  summary: 'An image has no text for those who do not see it.',
  documentation: `
Screen readers read the \`alt\` text of an image, and it is what is left when the picture is gone. Scraped articles seldom
have one, so this rule is off unless the archive switches it on:

\`\`\`json
{ "problems": { "rules": { "image/missing-alt": "hint" } } }
\`\`\`
`,
  *check(article) {
    for (const { via, alt, element } of articleImages(article)) {
      if (via !== 'src' && via !== 'markdown') continue;
      if (alt === undefined || (via === 'markdown' && alt.trim() === '')) {
        yield { range: element, message: say('This image has no text for those who do not see it.'), data: undefined };
      }
    }
  },
});
