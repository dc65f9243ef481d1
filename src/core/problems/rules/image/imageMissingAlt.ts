import { articleImages } from '../../../images/articleImages';
import { say } from '../../../text/message';
import { defineRule } from '../../rule';

export const imageMissingAlt = defineRule({
  id: 'image/missing-alt',
  name: 'Missing alt text',
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
    const seen = new Set<number>();
    for (const { via, alt = '', element } of articleImages(article)) {
      if (via === 'frontMatter' || alt.trim() !== '' || seen.has(element.start)) continue;
      seen.add(element.start);
      if (!needsText(article.text.slice(element.start, element.end))) continue;
      yield { range: element, message: say('This image has no text for those who do not see it.'), data: undefined };
    }
  },
});

/** An `alt` without text says on purpose that an image only adorns the page. */
function needsText(element: string): boolean {
  if (!element.startsWith('<')) return true;
  if (!/^<(?:img|amp-img|input)\b/i.test(element) || /\saria-hidden\s*=\s*["']?true/i.test(element)) return false;
  return !/\salt[\s=/>]/i.test(element.replace(/=\s*(?:"[^"]*"|'[^']*')/g, '= '));
}
