import { isMap, isScalar, visit } from 'yaml';
import { type FrontMatterBlock, findFrontMatter } from '../../../article/frontMatterBlock';
import { readFrontMatter } from '../../../article/readFrontMatter';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import { applyEdits, remove } from '../../../text/textEdit';
import { defineRule } from '../../rule';
import { parseSafely } from './safeYaml';

/** Front matter in a language that would have to be run, or that nobody knows. */
export const unsafeLanguage = defineRule<readonly Fix[]>({
  id: 'front-matter/unsafe-language',
  name: 'Unsupported front matter language',
  level: 'error',
  summary: 'Front matter in a language that is not read',
  documentation: `A word behind the first fence names the language of the front matter. Marginalia reads YAML, JSON and TOML. JavaScript
and its like would have to be run to be read, and articles are written by strangers: it is never run, and the article
has no title and no date.

\`\`\`md
---js
{ title: "The ferry is back" }
---
\`\`\`

Write the front matter as YAML. Where it holds nothing but plain values, the fix takes the word off, so that it is YAML.`,
  *check(article) {
    const { block, text } = article;
    if (block.kind === 'none' || article.frontMatter.fault !== 'unsafeLanguage') return;
    const range = { start: block.open.end - block.word.length, end: block.open.end };
    const message =
      block.language === 'unsafe'
        ? say('Front matter in {0} would have to be run, so it is not read. Write it as YAML.', block.word)
        : say('Front matter in "{0}" is not read. Write it as YAML, JSON or TOML.', block.word);
    yield { range, message, data: fixesOf(text, block) };
  },
  fixes: ({ data }) => data,
});

function fixesOf(text: string, block: FrontMatterBlock): readonly Fix[] {
  const { start, end } = block.content;
  const isPlain = block.language === 'unknown' || holdsOnlyValues(text.slice(start, end));
  const fix: Fix = { title: say('Read it as YAML'), edits: [remove(block.open.start + 3, block.open.end)] };
  const mended = applyEdits(text, fix.edits);
  const read = readFrontMatter(mended, findFrontMatter(mended));
  const isRead = read.fault === undefined && Object.keys(read.data).length > 0;
  return isPlain && isRead ? [fix] : [];
}

/** Whether there is nothing in it that a program would compute. */
function holdsOnlyValues(content: string): boolean {
  const document = parseSafely(content);
  if (document === undefined || document.errors.length > 0 || !isMap(document.contents)) return false;
  let plain = true;
  visit(document, {
    Scalar: (key, { type, value }) => {
      const isKey = key === 'key';
      const isLiteral = /^(?:-?\d+(?:\.\d+)?|true|false|null|)$/.test(String(value ?? ''));
      if (type === 'PLAIN' && !(isKey ? /^[\w$]+$/.test(String(value)) : isLiteral)) plain = false;
    },
    Alias: () => {
      plain = false;
    },
    Pair: (_, { key }) => {
      if (!isScalar(key)) plain = false;
    },
  });
  return plain;
}
