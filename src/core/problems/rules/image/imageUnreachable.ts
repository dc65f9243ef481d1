import { remoteRule } from './remoteRule';

export const imageUnreachable = remoteRule({
  id: 'image/unreachable',
  name: 'Image server unreachable',
  level: 'warning',
  kind: 'unreachable',
  summary: 'The server of a remote image cannot be reached.',
  documentation: `
There is no server of that name any more, it accepts no connections, its certificate is not valid, or it does not answer in
time. The message says which. When nothing at all can be reached, the network is missing and not the images: then nothing
is marked.

\`\`\`html
<img src="https://images.closed-newspaper.example/harbour.jpg">
\`\`\`

That may pass: what was found is forgotten after an hour, and the next check asks again. A server that is gone for good
may be found in a web archive.
`,
});
