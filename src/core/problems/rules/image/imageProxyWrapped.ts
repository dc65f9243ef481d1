import { say } from '../../../text/message';
import { replacement, shown } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageProxyWrapped = troubleRule({
  id: 'image/proxy-wrapped',
  name: 'Image through proxy',
  level: 'information',
  summary: 'An image is fetched through somebody’s proxy.',
  documentation: `
The URL is that of a proxy with the picture's own URL in it. When the proxy closes, and they do, every picture is
gone; and whoever runs it sees what the archive's readers read.

\`\`\`html
<img src="https://proxy.example/?https://images.example.com/harbour.jpg">
\`\`\`

becomes

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

Some servers answer only through such a proxy, so the fix is offered and not part of fix all. Snapshots of web archives
are left alone.
`,
  kinds: ['wrapped'],
  message: ({ wrapped }) => say('This image comes through a proxy. Its own URL is {0}.', shown(wrapped)),
  fixes({ wrapped }, image, article) {
    const edit = replacement(article, image, wrapped);
    return edit === undefined
      ? []
      : [{ title: say('Write its own URL: {0}', shown(wrapped)), edits: [edit], isGuess: true }];
  },
});
