import { remoteRule } from './remoteRule';

export const imageNotAnImage = remoteRule({
  id: 'image/not-an-image',
  name: 'Not an image',
  level: 'warning',
  kind: 'notAnImage',
  summary: 'The server sends something else in the place of an image.',
  documentation: `
The URL answers, but not with an image: with a web page, JSON or text, by the first bytes of what comes and not only by
what the server calls it. Often a whole site has moved and sends every old URL to its front page.

\`\`\`html
<img src="https://example.com/old/harbour.jpg">
\`\`\`

Use another URL of the image, or remove it. An SVG image that the server calls something else is told of too: no browser
shows it.
`,
});
