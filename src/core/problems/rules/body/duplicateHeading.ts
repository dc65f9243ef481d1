import { readLink } from '../../../article/articleSource';
import { titleField } from '../../../article/articleTitle';
import type { HeadingReference } from '../../../article/body/imageReference';
import { withLowerCaseKeys } from '../../../article/fieldValue';
import { shortened } from '../../../article/shortened';
import { foldName } from '../../../article/sourceNames';
import { isBlank, lineEnd, nextLine } from '../../../text/lineScan';
import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { isEmpty } from './bodyEmpty';

/** As many characters of a heading as a body tells. */
const compared = 300;

interface Data {
  readonly title: string;
}

export const duplicateHeading = defineRule<Data>({
  id: 'body/duplicate-heading',
  name: 'Title repeated in body',
  level: 'information',
  summary: 'The body begins with the title again.',
  documentation: `
Finds headings at the beginning of the body that repeat the title of the front matter, and, where the front matter has no
title, a first heading that stands there twice. Pages made from the article show the title from the front matter, so that
readers see it two or three times.

\`\`\`markdown
---
title: Ferry timetable
---
# Ferry timetable

The first boat leaves at six.
\`\`\`

The fix removes the heading and the blank line after it. A heading that links to something the front matter does not name
is left alone; one that holds a picture, or is all there is, is not removed by "fix all".
`,
  *check(article) {
    const { leadingHeadings } = article.body;
    const [first] = leadingHeadings;
    if (first === undefined) return;
    const written = titleField(withLowerCaseKeys(article.frontMatter.data));
    const title = written === undefined ? first.text : written.slice(0, compared).trim();
    const folded = foldName(title);
    for (const heading of leadingHeadings) {
      if (foldName(heading.text) !== folded) return;
      // Of an article that says nothing else it is told that it is empty: without its heading it would be no better.
      if (heading === first && isEmpty(article)) return;
      if ((written === undefined && heading === first) || leadsElsewhere(heading, article)) continue;
      yield {
        range: heading.range,
        message:
          written === undefined
            ? say('This heading is here twice. Remove one of them.')
            : say('This heading repeats the title. Remove it, or readers see the title twice.'),
        data: { title: heading.text },
        unnecessary: true,
      };
    }
  },
  fixes({ range, data }, article) {
    const holdsPicture = article.body.images.some(({ element }) => isIn(element, range));
    return [
      {
        title: say('Remove the heading “{0}”', shortened(data.title, 40)),
        edits: [{ range: withItsLines(article, range), text: '' }],
        ...(holdsPicture || isAllThereIs(article) ? { isGuess: true as const } : {}),
      },
    ];
  },
});

/** A link to what only the heading tells; that of the article itself is in the front matter as well. */
function leadsElsewhere({ range }: HeadingReference, { body, frontMatter, settings }: CheckedArticle): boolean {
  const inside = body.links.filter(({ element }) => isIn(element, range));
  if (inside.length === 0) return false;
  const own = readLink(withLowerCaseKeys(frontMatter.data), settings.reading.linkFields);
  return inside.some(({ url }) => own === undefined || withoutScheme(url) !== withoutScheme(own));
}

/** Without its headings such an article would be empty. */
function isAllThereIs({ body }: CheckedArticle): boolean {
  const inHeadings = body.leadingHeadings.reduce((sum, { text }) => sum + [...text.replace(/\s/g, '')].length, 0);
  return body.pictures === 0 && body.characters <= inHeadings;
}

function withoutScheme(url: string): string {
  return url
    .trim()
    .replace(/^(?:https?:)?\/\//i, '')
    .replace(/\/$/, '');
}

function isIn(inner: TextRange, outer: TextRange): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

/** A heading that has its lines for itself goes with them, and with the blank lines that kept it apart. */
function withItsLines({ text }: CheckedArticle, range: TextRange): TextRange {
  let { start } = range;
  while (start > 0 && /[ \t]/.test(text.charAt(start - 1))) start--;
  const isFirst = start === 0 || /[\r\n]/.test(text.charAt(start - 1));
  let end = lineEnd(text, range.end);
  if (!isFirst || !isBlank(text, range.end, end)) return range;
  end = nextLine(text, end);
  for (let next = lineEnd(text, end); end < text.length && isBlank(text, end, next); next = lineEnd(text, end)) {
    end = nextLine(text, next);
  }
  return { start, end };
}
