import { remoteRule } from './remoteRule';

export const imageBroken = remoteRule({
  id: 'image/broken',
  name: 'Remote image gone',
  level: 'error',
  kind: 'gone',
  summary: 'A remote image is gone.',
  documentation: `
The server was asked and says that there is no such image: 404, or 410 for one that was taken away for good. Nobody is
asked unless a person wants it: by the command that checks images, by the setting \`marginalia.images.checkRemote\`, or by
\`marginalia check --remote\`. What was found is remembered for a week.

\`\`\`html
<img src="https://images.example.com/2014/harbour.jpg">
\`\`\`

Where another URL of the same image works (over \`https:\`, without a proxy around it, from \`srcset\` or \`data-src\`), a
fix writes that. Else look for a snapshot in a web archive, remove the image, or mark it as known to be broken, which keeps the
reason and the date beside it:

\`\`\`html
<!-- marginalia-disable-next-line image/broken: gone (404), 2026-03-14 -->
<img src="https://images.example.com/2014/harbour.jpg">
\`\`\`
`,
});
