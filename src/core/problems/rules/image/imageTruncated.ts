import { remoteRule } from './remoteRule';

export const imageTruncated = remoteRule({
  id: 'image/truncated',
  name: 'Truncated remote image',
  level: 'warning',
  kind: 'truncated',
  summary: 'A remote image is empty or cut off.',
  documentation: `
The file that the server sends is empty, shorter than its own header or the answer's \`Content-Length\` says, or the server
breaks off again and again. Readers see half a picture, or none.

\`\`\`html
<img src="https://images.example.com/harbour.jpg">
\`\`\`

Use another URL of the image, or remove it.
`,
});
