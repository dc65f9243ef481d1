import type { FrontMatterBlock } from '../../../article/frontMatterBlock';
import { findFrontMatter } from '../../../article/frontMatterBlock';
import { readFrontMatter } from '../../../article/readFrontMatter';
import type { Fix } from '../../../text/fix';
import { linesOf } from '../../../text/lineScan';
import { type Message, say } from '../../../text/message';
import { applyEdits, insert, remove, type TextEdit } from '../../../text/textEdit';
import { defineRule } from '../../rule';
import { colonFaults } from './colonRepair';
import { wrapEdits } from './quotedText';
import { readAsText } from './scalarRepair';
import { inTitle, movedEdits } from './syntaxFault';
import { fieldAlone } from './yamlFields';

/** Front matter that can be read, yet holds no fields. */
export const notAMapping = defineRule<readonly Fix[]>({
  id: 'front-matter/not-a-mapping',
  name: 'Front matter without fields',
  level: 'error',
  summary: 'Front matter without fields',
  documentation: `Front matter says what an article is in fields: a key, a colon, a value. A list or mere words can be read as YAML, but
nobody can tell what they are.

\`\`\`yaml
- title: The ferry is back   # title: The ferry is back
- date: 2021-11-27           # date: 2021-11-27
\`\`\`

The fix takes the dashes off such a list, writes the space that a colon lacks, or makes a title of a line of words, which
is a guess.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind === 'none' || article.frontMatter.fault !== 'notAMapping') return;
    const content = text.slice(block.content.start, block.content.end);
    const start = block.content.start + (/^\s*/.exec(content)?.[0].length ?? 0);
    const end = block.content.start + content.trimEnd().length;
    yield {
      range: { start, end: Math.max(start, end) },
      message: messageOf(content),
      data: fixesFor(text, block, content),
    };
  },
  fixes: ({ data }) => data,
});

function messageOf(content: string): Message {
  return /^\s*(?:-\s|\[)/.test(content)
    ? say('The front matter is a list. Write it as fields, one a line: "key: value".')
    : say('The front matter holds no fields. Write them one a line: "key: value".');
}

function fixesFor(text: string, block: FrontMatterBlock, content: string): readonly Fix[] {
  if (block.language !== 'yaml') return [];
  return [withSpace(content), withoutDashes(content), asTitle(content)]
    .flatMap((fix) => fix ?? [])
    .map((fix) => ({ ...fix, edits: movedEdits(fix.edits, block.content.start) }))
    .filter(({ edits }) => {
      const mended = applyEdits(text, edits);
      return readFrontMatter(mended, findFrontMatter(mended)).fault === undefined;
    });
}

function withSpace(content: string): Fix | undefined {
  const field = fieldAlone(content);
  return field === undefined ? undefined : colonFaults(content, field)?.[0]?.fixes[0];
}

/** A list of which each item is a field. */
function withoutDashes(content: string): Fix | undefined {
  const edits: TextEdit[] = [];
  for (const { start, end } of linesOf(content, { start: 0, end: content.length })) {
    const line = content.slice(start, end);
    const item = /^[ \t]*-[ \t]+(?=[\p{L}_][\p{L}\p{N}_.-]*[ \t]*:(?:[ \t]|$))/u.exec(line);
    const space = item === null && edits.length > 0 ? /^(?: {2})?/.exec(line)?.[0] : item?.[0];
    if (line.trim() === '' || space === undefined) continue;
    if (space !== '') edits.push(remove(start, start + space.length));
  }
  return edits.length === 0 ? undefined : { title: say('Write the items as fields'), edits };
}

function asTitle(content: string): Fix | undefined {
  const words = content.trim();
  if (words === '' || /[\r\n]/.test(words) || /^[-[{]/.test(words)) return undefined;
  const start = content.indexOf(words);
  const edits = readAsText(words) === undefined ? wrapEdits(words) : [];
  const title = say('Write the title as "{0}"', inTitle(words));
  return { title, edits: [insert(start, 'title: '), ...movedEdits(edits, start)], isGuess: true };
}
