import type { FieldPlace } from '../article/fieldPlace';
import type { FrontMatterBlock } from '../article/frontMatterBlock';
import { lineEnd } from '../text/lineScan';
import { insert, type TextEdit } from '../text/textEdit';
import type { CheckedArticle } from './checkedArticle';
import { addedJsonField } from './rules/metadata/fieldEdits';
import { suppressionField } from './suppressions';

/** Names a rule in the front matter's list of those that are off; undefined where there is no front matter to do so. */
export function disableInFrontMatter(rule: string, article: CheckedArticle): TextEdit | undefined {
  const { block } = article;
  if (block.kind === 'none' || !block.closed) return undefined;
  if (block.language === 'unsafe' || block.language === 'unknown') return undefined;
  const field = article.fields.get(suppressionField);
  return field === undefined ? newField(rule, article, block) : longerList(rule, article, field, block);
}

function longerList(
  rule: string,
  { text, lineBreak }: CheckedArticle,
  field: FieldPlace,
  { language }: FrontMatterBlock,
): TextEdit | undefined {
  const item = language === 'yaml' ? rule : `"${rule}"`;
  const last = field.items.at(-1);
  switch (field.style) {
    case 'flow': {
      if (text[field.range.start] !== '[') return undefined;
      return last === undefined ? insert(field.range.start + 1, item) : insert(last.range.end, `, ${item}`);
    }
    case 'list': {
      if (last === undefined) return undefined;
      const lineStart =
        Math.max(text.lastIndexOf('\n', last.range.start), text.lastIndexOf('\r', last.range.start)) + 1;
      const dash = /^[ \t]*-[ \t]+/.exec(text.slice(lineStart, last.range.start))?.[0];
      return dash === undefined ? undefined : insert(lineEnd(text, last.range.end), `${lineBreak}${dash}${item}`);
    }
    case 'plain':
    case 'single':
    case 'double':
      return insert(field.inner.end, `, ${rule}`);
    case 'empty': {
      const space = /[ \t]/.test(text.charAt(field.range.start - 1)) ? '' : ' ';
      return language === 'yaml' ? insert(field.range.start, `${space}[${rule}]`) : undefined;
    }
    default:
      return undefined;
  }
}

function newField(rule: string, article: CheckedArticle, block: FrontMatterBlock): TextEdit | undefined {
  const { text, lineBreak, frontMatter } = article;
  const { content } = block;
  switch (block.language) {
    case 'yaml': {
      const indent = /^[ \t]*(?=[^\s#])/m.exec(text.slice(content.start, content.end))?.[0] ?? '';
      const line = `${indent}${suppressionField}: [${rule}]${lineBreak}`;
      // Below what cannot be read, nobody would read it either.
      return insert(frontMatter.fault === undefined ? content.end : content.start, line);
    }
    case 'toml':
      // Below the head of a table it would belong to that.
      return insert(content.start, `${suppressionField} = ["${rule}"]${lineBreak}`);
    case 'json':
      return addedJsonField(article, block, suppressionField, `["${rule}"]`);
    default:
      return undefined;
  }
}
