import { remoteRule } from './remoteRule';

export const imageRedirectLoop = remoteRule({
  id: 'image/redirect-loop',
  name: 'Redirect loop',
  level: 'warning',
  kind: 'redirectLoop',
  summary: 'The URL of a remote image redirects in a loop.',
  documentation: `
The server redirects to a URL that redirects back, or so often that no browser follows. Some do so to whoever comes
without a cookie of theirs.

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

Use another URL of the image, or remove it.
`,
});
