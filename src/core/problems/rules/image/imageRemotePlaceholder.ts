import { remoteRule } from './remoteRule';

export const imageRemotePlaceholder = remoteRule({
  id: 'image/remote-placeholder',
  name: 'Remote stand-in image',
  level: 'warning',
  kind: 'placeholder',
  summary: 'The server sends a stand-in for an image that it does not have.',
  documentation: `
Instead of saying that an image is gone, some servers send another one: a single transparent point, or a picture that says
"not found". Marginalia knows it by its size of one by one, by the URL that a redirect leads to, or by the SHA-256 hash
of the file, where the settings name that.

\`\`\`html
<img src="https://images.example.com/removed.jpg">
\`\`\`

Use another URL of the image, or remove it. A counting pixel that a scraper took for an image can only be removed.
`,
});
