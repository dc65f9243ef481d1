import { type Document, isAlias, visit } from 'yaml';
import { mostAliases } from '../../../article/exactYaml';
import type { FrontMatterBlock } from '../../../article/frontMatterBlock';
import { longestContent } from '../../../article/readFrontMatter';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { TextRange } from '../../../text/textRange';
import type { CheckedArticle } from '../../checkedArticle';
import type { Finding } from '../../problem';
import { defineRule } from '../../rule';
import { parseSafely } from './safeYaml';

/** Front matter of which only a part is read. */
export const tooLarge = defineRule<readonly Fix[]>({
  id: 'front-matter/too-large',
  name: 'Front matter too large',
  level: 'error',
  summary: 'Front matter that is too large to be read',
  documentation: `Front matter is a few lines about an article. What is far larger is no such thing, and reading all of it could take
minutes: a few lines of YAML that repeat each other can stand for billions of values. Marginalia stops early and says so.

It reads at most 256 KB of front matter, 20 repetitions (\`*name\`) and 1,000 blank characters in a row.

Move what is no field into the body. The fix for a run of blank lines leaves one line break of them.`,
  *check(article) {
    const { block } = article;
    if (block.kind === 'none') return;
    if (article.frontMatter.fault === 'tooLarge') yield largeFinding(article, block);
    else if (block.language === 'yaml') yield* aliasFinding(article, block);
  },
  fixes: ({ data }) => data,
});

function largeFinding({ text, lineBreak }: CheckedArticle, block: FrontMatterBlock): Finding<readonly Fix[]> {
  const { start, end } = block.content;
  if (end - start <= longestContent) {
    const run = /\s{1001,}/.exec(text.slice(start, end));
    if (run !== null) {
      const range = { start: start + run.index, end: start + run.index + run[0].length };
      const edits = [{ range, text: lineBreak }];
      const fix: Fix = { title: say('Remove the blank lines'), edits, isGuess: true };
      const message = say(
        'More than 1,000 blank characters stand in the front matter. Remove them, so that it is read.',
      );
      return { range, message, data: /[\r\n]/.test(run[0]) ? [fix] : [] };
    }
  }
  const message = say('The front matter is too large: no more than 256 KB are read. Move its text into the body.');
  return { range: firstLine(text, block), message, data: [] };
}

function* aliasFinding({ text }: CheckedArticle, { content }: FrontMatterBlock): Iterable<Finding<readonly Fix[]>> {
  const yaml = text.slice(content.start, content.end);
  if (count(yaml, '*') <= mostAliases || !yaml.includes('&')) return;
  const document = parseSafely(yaml);
  const place = document && firstUnread(document);
  if (place === undefined) return;
  yield {
    range: { start: content.start + place.start, end: content.start + place.end },
    message: say('Only the first {0} repetitions are read, and this is one more. Write the value itself.', mostAliases),
    data: [],
  };
}

function firstUnread(document: Document.Parsed): TextRange | undefined {
  let seen = 0;
  let place: TextRange | undefined;
  visit(document, {
    Alias: (_, node) => {
      if (isAlias(node) && ++seen > mostAliases && node.range != null) {
        place = { start: node.range[0], end: node.range[1] };
        return visit.BREAK;
      }
      return undefined;
    },
  });
  return place;
}

function count(text: string, sign: string): number {
  let found = 0;
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++;
  return found;
}

function firstLine(text: string, { open, content }: FrontMatterBlock): TextRange {
  if (open.end > open.start) return open;
  const line = /^[^\r\n]{1,80}/.exec(text.slice(content.start, content.start + 80))?.[0].length ?? 1;
  return { start: content.start, end: content.start + line };
}
