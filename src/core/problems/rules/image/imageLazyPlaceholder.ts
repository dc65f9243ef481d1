import type { ImageReference } from '../../../article/body/imageReference';
import { say } from '../../../text/message';
import type { TextEdit } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { replacement, shown } from './addressFixes';
import { troubleRule } from './troubleRule';

export const imageLazyPlaceholder = troubleRule({
  id: 'image/lazy-placeholder',
  name: 'Lazy-loading placeholder',
  level: 'warning',
  summary: 'An image shows a placeholder; its real URL is in another attribute.',
  documentation: `
Pages load pictures late: \`src\` is a grey dot, and a script copies the real URL from \`data-src\` (or
\`data-original\`, \`data-lazy-src\`, \`_src\`…) when a reader scrolls there. In an archive no script runs, so readers see the
dot.

\`\`\`html
<img src="loading.gif" data-src="https://example.com/harbour.jpg">
\`\`\`

becomes

\`\`\`html
<img src="https://example.com/harbour.jpg" data-src="https://example.com/harbour.jpg">
\`\`\`
`,
  kinds: ['lazy'],
  message: ({ real }) => say('This image shows a placeholder instead of {0}.', shown(real)),
  fixes({ real }, image, article) {
    const isShown = ['src', 'srcset', 'poster'].includes(image.attribute ?? '');
    const edit = isShown ? replacement(article, image, real) : renamed(article, image);
    return edit === undefined ? [] : [{ title: say('Show the real image: {0}', shown(real)), edits: [edit] }];
  },
});

/** Where there is no `src` at all, the attribute that has the address becomes it. */
function renamed(
  { text }: CheckedArticle,
  { element, range, attribute = '', via }: ImageReference,
): TextEdit | undefined {
  const before = text.slice(element.start, range.start).toLowerCase();
  const at = before.lastIndexOf(attribute);
  if (attribute === '' || at === -1) return undefined;
  const start = element.start + at;
  const name = via === 'srcset' ? 'srcset' : attribute === 'data-poster' ? 'poster' : 'src';
  return { range: { start, end: start + attribute.length }, text: name };
}
