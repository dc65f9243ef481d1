import { say } from '../../../text/message';
import { troubleRule } from './troubleRule';

export const imageInsecure = troubleRule({
  id: 'image/insecure',
  name: 'Insecure image URL',
  level: 'information',
  summary: 'An image has an http: URL.',
  documentation: `
Pages served over \`https:\` do not show pictures from \`http:\` URLs, and anybody on the way can exchange them. Most
servers answer to both.

\`\`\`html
<img src="http://images.example.com/harbour.jpg">
\`\`\`

The fix writes \`https:\`. A few old servers do not answer to it, so it is not part of fix all.
`,
  kinds: ['insecure'],
  message: () => say('This image has an http: URL, which many programs refuse to show.'),
  fixes(_, { range }, { text }) {
    const written = /^\s*http:/i.exec(text.slice(range.start, range.end))?.[0];
    if (written === undefined) return [];
    const end = range.start + written.length;
    return [{ title: say('Write https:'), edits: [{ range: { start: end - 5, end }, text: 'https:' }], isGuess: true }];
  },
});
