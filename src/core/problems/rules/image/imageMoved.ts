import type { JudgedImage } from '../../../images/remote/remoteTroubles';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { replacement, shown } from './addressFixes';
import { remoteRule } from './remoteRule';

export const imageMoved = remoteRule({
  id: 'image/moved',
  name: 'Remote image moved',
  level: 'hint',
  kind: 'moved',
  summary: 'A remote image has moved for good.',
  documentation: `
The server says that the image is to be asked for under another URL from now on (301 or 308), and it is there. Such
redirects are taken down some day.

\`\`\`html
<img src="http://images.example.com/harbour.jpg">
\`\`\`

The fix writes the new address. Redirects that hold only for now (302, 303, 307) are followed and not told of.
`,
  fixes: newAddress,
});

function newAddress({ image, verdict }: JudgedImage, article: CheckedArticle): readonly Fix[] {
  const edit = verdict.movedTo === undefined ? undefined : replacement(article, image, verdict.movedTo);
  return edit === undefined
    ? []
    : [{ title: say('Write the new URL: {0}', shown(verdict.movedTo ?? '')), edits: [edit] }];
}
