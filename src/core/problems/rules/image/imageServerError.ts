import { remoteRule } from './remoteRule';

export const imageServerError = remoteRule({
  id: 'image/server-error',
  name: 'Image server error',
  level: 'warning',
  kind: 'serverError',
  summary: 'The server of a remote image fails.',
  documentation: `
The server answers with an error of its own (500 and above), also after three further tries with growing pauses, or
redirects to a URL that cannot be asked.

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

That may pass: what was found is forgotten after an hour, and the next check asks again.
`,
});
