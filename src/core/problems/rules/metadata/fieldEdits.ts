import type { FieldPlace, ValuePlace } from '../../../article/fieldPlace';
import type { FrontMatterBlock } from '../../../article/frontMatterBlock';
import { lineEnd, nextLine } from '../../../text/lineScan';
import { insert, remove, type TextEdit } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { readAsText } from '../frontMatter/scalarRepair';
import { isReadAsOther } from './otherScalar';

/** A date stands without quotes where the language knows dates, or reads them as text anyway. */
export type ValueKind = 'text' | 'date';

/** Makes a value say another text, written as it was: quotes stay, and come where the text needs them. */
export function valueEdit(
  article: CheckedArticle,
  { range, inner }: ValuePlace,
  text: string,
  kind: ValueKind = 'text',
): TextEdit {
  const quote = range.start < inner.start ? article.text.charAt(range.start) : '';
  const language = languageOf(article);
  if (quote === '"') return { range: inner, text: JSON.stringify(text).slice(1, -1) };
  if (quote === "'" && language === 'yaml') return { range: inner, text: text.replaceAll("'", "''") };
  return { range, text: written(text, language, kind) };
}

/** Gives an empty field a value. */
export function filledField(
  article: CheckedArticle,
  field: FieldPlace,
  text: string,
  kind: ValueKind = 'text',
): TextEdit {
  if (field.range.end > field.range.start) return valueEdit(article, field, text, kind);
  const separator = languageOf(article) === 'toml' ? '=' : ':';
  const at = article.text.indexOf(separator, field.keyRange.end) + 1;
  return insert(at, ` ${written(text, languageOf(article), kind)}`);
}

/** Adds a field to the front matter; undefined where nobody can tell where it would have to stand. */
export function addedField(
  article: CheckedArticle,
  key: string,
  text: string,
  { where = 'last', kind = 'text' }: { readonly where?: 'first' | 'last'; readonly kind?: ValueKind } = {},
): TextEdit | undefined {
  const { block, lineBreak, fields } = article;
  if (block.kind === 'none' || !block.closed) return undefined;
  const language = languageOf(article);
  if (fields.all.length === 0 && Object.keys(article.frontMatter.data).length > 0) return undefined;
  const value = written(text, language, kind);
  if (language === 'json') return addedJsonField(article, block, key, value);
  const line = language === 'toml' ? `${key} = ${value}` : `${marginOf(article)}${key}: ${value}`;
  // A table of TOML goes on to the end: what stands behind its head belongs to it.
  const isFirst = where === 'first' || language === 'toml';
  const at = isFirst ? block.content.start : block.content.end;
  return insert(at, `${line}${lineBreak}`);
}

/** Where all fields of YAML are indented, a new one has to be so too. */
function marginOf({ text, fields }: CheckedArticle): string {
  const start = fields.all[0]?.keyRange.start ?? 0;
  return /[ \t]*$/.exec(text.slice(text.lastIndexOf('\n', start) + 1, start))?.[0] ?? '';
}

/** A field at the end of JSON front matter, laid out as the one before it. */
export function addedJsonField(
  { text, fields, lineBreak }: CheckedArticle,
  { content }: FrontMatterBlock,
  key: string,
  value: string,
): TextEdit | undefined {
  const last = fields.all.at(-1);
  const field = `${JSON.stringify(key)}: ${value}`;
  if (last === undefined) {
    const at = content.start + text.slice(content.start, content.end).indexOf('{') + 1;
    return at === content.start ? undefined : insert(at, field);
  }
  const lineStart = text.lastIndexOf('\n', last.keyRange.start) + 1;
  const indent = text.slice(lineStart, last.keyRange.start);
  const between = /^[ \t]*$/.test(indent) ? `,${lineBreak}${indent}` : ', ';
  return insert(last.range.end, `${between}${field}`);
}

/** Takes a field out, its lines and all; undefined where something else would go with it. */
export function removedField(article: CheckedArticle, field: FieldPlace): TextEdit | undefined {
  const { text, fields } = article;
  if (languageOf(article) === 'json') {
    const at = fields.all.indexOf(field);
    const next = fields.all[at + 1];
    const before = fields.all[at - 1];
    if (next !== undefined) return remove(field.keyRange.start, next.keyRange.start);
    if (before !== undefined) return remove(before.range.end, field.range.end);
    return remove(field.keyRange.start, field.range.end);
  }
  const end = nextLine(text, lineEnd(text, Math.max(field.range.end, field.keyRange.end)));
  // A comment is somebody's: it does not go with the field it stands beside.
  if (text.slice(field.lines.start, end).includes('#')) return undefined;
  return remove(field.lines.start, end);
}

export type WrittenLanguage = 'yaml' | 'toml' | 'json';

export function languageOf({ block }: CheckedArticle): WrittenLanguage {
  const language = block.kind === 'block' ? block.language : 'yaml';
  return language === 'json' || language === 'toml' ? language : 'yaml';
}

/** A text as a value, in quotes only where it needs them. */
export function written(text: string, language: WrittenLanguage, kind: ValueKind = 'text'): string {
  if (kind === 'date' && language !== 'json' && isBareDate(text, language)) return text;
  if (language !== 'yaml') return JSON.stringify(text);
  const isPlain =
    /^[\p{L}\p{N}]/u.test(text) &&
    !/\s#|:(?:\s|$)|[,[\]{}]/.test(text) &&
    !isReadAsOther(text) &&
    readAsText(text) === text;
  return isPlain ? text : quoted(text);
}

function isBareDate(text: string, language: WrittenLanguage): boolean {
  return language === 'toml' ? /^\d{4}-\d{2}-\d{2}(?:$|[T ])/.test(text) : readAsText(text) === text;
}

function quoted(text: string): string {
  return /[\p{Cc}]/u.test(text) ? JSON.stringify(text) : `'${text.replaceAll("'", "''")}'`;
}
