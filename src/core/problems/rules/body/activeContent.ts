import type { ActiveContent as ActivePart } from '../../../article/body/activeContent';
import type { LinkReference } from '../../../article/body/imageReference';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import type { Finding } from '../../problem';
import { defineRule } from '../../rule';
import { frameLink } from './frameLink';
import { scriptLinkEdits } from './scriptLink';

type Data =
  | { readonly kind: 'part'; readonly part: ActivePart }
  | { readonly kind: 'scriptLink'; readonly element: TextRange };

const runsInLink =
  /^[\0-\x20]*(?:j[\t\n\r]*a[\t\n\r]*v[\t\n\r]*a|v[\t\n\r]*b)[\t\n\r]*s[\t\n\r]*c[\t\n\r]*r[\t\n\r]*i[\t\n\r]*p[\t\n\r]*t[\t\n\r]*:/i;

export const activeContent = defineRule<Data>({
  id: 'body/active-content',
  name: 'Active content',
  level: 'information',
  summary: 'The article holds something that would run, load another page or send data.',
  documentation: `
Finds scripts, attributes such as \`onclick\`, frames (\`<iframe>\`), plug-ins (\`<object>\`, \`<embed>\`), forms, pages that
move on by themselves (\`<meta http-equiv="refresh">\`) and links that run a script (\`javascript:\`). Whoever wrote the
article decides what they do, and they may do it to everybody who opens a page made from it. Marginalia itself never runs
them. Scripts that are only data, such as JSON, are left alone.

\`\`\`html
<p onclick="track()">The first boat leaves at six.</p>   →   <p>The first boat leaves at six.</p>
\`\`\`

The fix removes exactly the element or attribute. Frames and plug-ins may show something that belongs to the article, a
video for one: they are never removed by "fix all", and a frame can also become a plain link to what it shows. Of a form only
its own tags go; what is in it stays.
`,
  *check(article) {
    const { active, links } = article.body;
    if (active.length > 0) yield* partsOf(active);
    for (const link of links) {
      if (!runsInLink.test(link.url)) continue;
      yield {
        range: placeOf(link),
        message: say('This link runs a script instead of leading somewhere. Remove its URL.'),
        data: { kind: 'scriptLink', element: link.element },
      };
    }
  },
  fixes({ range, data }, article) {
    if (data.kind === 'part') return partFixes(data.part, article);
    const edits = scriptLinkEdits(article.text, range, data.element);
    return edits.length === 0 ? [] : [{ title: say('Make the link plain text'), edits }];
  },
});

function* partsOf(active: readonly ActivePart[]): Generator<Finding<Data>> {
  // What is in an element that goes as a whole goes with it.
  let coveredTo = -1;
  for (const part of active) {
    if (part.range.start < coveredTo) continue;
    if (part.kind !== 'form' && part.kind !== 'handler') coveredTo = wholeOf(part).end;
    yield {
      range: part.kind === 'form' ? part.range : wholeOf(part),
      message: messageFor(part),
      data: { kind: 'part', part },
    };
  }
}

function messageFor({ kind, name }: ActivePart): Finding<Data>['message'] {
  switch (kind) {
    case 'script':
      return say('This script would run on every page made from this article. Remove it.');
    case 'frame':
      return say('This frame loads another page into the article. Replace it with a link, or remove it.');
    case 'plugin':
      return say('<{0}> loads a plug-in, which browsers no longer run. Remove it.', name);
    case 'form':
      return say('This form would send what readers type to somebody else. Remove it.');
    case 'refresh':
      return say('This sends readers on to another page by itself. Remove it.');
    case 'handler':
      return say('“{0}” runs a script when a reader uses this part of the page. Remove it.', name);
  }
}

function partFixes(part: ActivePart, { text }: CheckedArticle): readonly Fix[] {
  const remove = [{ range: wholeOf(part), text: '' }];
  switch (part.kind) {
    case 'script':
      // Without its end tag, a script goes on to the end of the text, and so would the fix.
      if (part.close === undefined && part.address === undefined) return [];
      return [{ title: say('Remove the script'), edits: remove }];
    case 'frame': {
      const link = frameLink(text, part);
      const removal: Fix = { title: say('Remove the frame'), edits: remove, isGuess: true };
      return link === undefined ? [removal] : [link, removal];
    }
    case 'plugin':
      return [{ title: say('Remove <{0}>', part.name), edits: remove, isGuess: true }];
    case 'form': {
      const tags = part.close === undefined ? [part.range] : [part.range, part.close];
      const edits = tags.map((range) => ({ range, text: '' }));
      return [{ title: say('Remove the form and keep what is in it'), edits }];
    }
    case 'refresh':
      return [{ title: say('Remove the page change'), edits: remove }];
    case 'handler':
      return [
        { title: say('Remove “{0}”', part.name), edits: [{ range: withSpaceBefore(text, part.range), text: '' }] },
      ];
  }
}

/** The element from its start tag to its end tag, as far as that is written. */
function wholeOf({ range, close }: ActivePart): TextRange {
  return close === undefined ? range : { start: range.start, end: close.end };
}

/** The white space that parted an attribute from what is before it; kept where two others would touch. */
function withSpaceBefore(text: string, { start, end }: TextRange): TextRange {
  if (!/[\s/>]/.test(text.charAt(end))) return { start, end };
  let from = start;
  while (/\s/.test(text.charAt(from - 1))) from--;
  return { start: from, end };
}

function placeOf({ range, element }: LinkReference): TextRange {
  return range.end > range.start ? range : element;
}
