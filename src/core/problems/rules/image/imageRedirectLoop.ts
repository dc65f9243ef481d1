import { remoteRule } from './remoteRule';

export const imageRedirectLoop = remoteRule({
  id: 'image/redirect-loop',
  name: 'Redirect loop',
  level: 'warning',
  kind: 'redirectLoop',
  summary: 'The address of a remote image leads round in a circle.',
  documentation: `
The server redirects to an address that redirects back, or so often that no browser follows. Some do so to whoever comes
without a cookie of theirs.

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

Use another address of the image, or remove it.
`,
});
