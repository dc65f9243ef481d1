import { remoteRule } from './remoteRule';

export const imageRefused = remoteRule({
  id: 'image/refused',
  name: 'Remote image refused',
  level: 'information',
  kind: 'refused',
  summary: 'The server of a remote image does not show it to programs.',
  documentation: `
The server refuses the image: it asks for a login (401), forbids (403, also when it hears of the article's own site), or has
been asked too often (429). Many servers refuse programs and pages of others what they show to a browser on their own page,
so this does not say that the image is gone.

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

Open the URL in a browser. If it works there, mark the problem as known; if readers of the archive shall see the image,
save it beside the article.
`,
});
