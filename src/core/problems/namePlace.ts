import { isMap, isScalar, isSeq, type Scalar } from 'yaml';
import { parseYaml } from '../article/exactYaml';
import type { ValuePlace } from '../article/fieldPlace';
import { collapse } from '../article/fieldValue';
import type { TextRange } from '../text/textRange';
import type { CheckedArticle } from './checkedArticle';
import { languageOf } from './rules/metadata/fieldEdits';

/**
 * Where the name stands that a field is read as: its text, the first name in its list, or the `name` or `title` of its
 * mapping. Undefined where that cannot be told for certain.
 */
export function namePlace(article: CheckedArticle, field: string, value: unknown): ValuePlace | undefined {
  const place = article.fields.get(field);
  if (languageOf(article) === 'yaml') return article.block.kind === 'block' ? inYaml(article, field) : undefined;
  if (place === undefined) return undefined;
  if (typeof value === 'string') return place;
  if (Array.isArray(value) && typeof value[0] === 'string') return place.items[0];
  // What JSON holds in brackets is YAML as well; of TOML that is not so.
  return languageOf(article) === 'json' ? inFlow(article.text, place.range) : undefined;
}

function inYaml({ text, block }: CheckedArticle, field: string): ValuePlace | undefined {
  if (block.kind !== 'block') return undefined;
  const { start, end } = block.content;
  const { contents } = parseYaml(text.slice(start, end));
  if (!isMap(contents)) return undefined;
  const wanted = field.toLowerCase();
  const keyed = contents.items.flatMap(({ key, value }) => (isScalar(key) ? [{ key: String(key.value), value }] : []));
  const pairs = [
    ...keyed.filter(({ key }) => key === field),
    ...keyed.filter(({ key }) => key !== field && key.toLowerCase() === wanted),
  ];
  for (const { value } of pairs) {
    const scalar = nameIn(value);
    if (scalar !== undefined) return placeOf(scalar, text, start);
  }
  return undefined;
}

function inFlow(text: string, { start, end }: TextRange): ValuePlace | undefined {
  const scalar = nameIn(parseYaml(text.slice(start, end)).contents);
  return scalar && placeOf(scalar, text, start);
}

/** As names are read: see `nameText`. */
function nameIn(node: unknown): Scalar | undefined {
  if (isScalar(node)) return collapse(String(node.value ?? '')) === '' ? undefined : node;
  if (isSeq(node)) {
    for (const item of node.items) {
      const found = isSeq(item) ? undefined : nameIn(item);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (!isMap(node)) return undefined;
  for (const key of ['name', 'title']) {
    const value: unknown = node.get(key, true);
    const found = isScalar(value) ? nameIn(value) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeOf(scalar: Scalar, text: string, offset: number): ValuePlace | undefined {
  const [start, end] = scalar.range ?? [];
  if (start === undefined || end === undefined) return undefined;
  const written = text.slice(offset + start, offset + end);
  const isQuoted = scalar.type === 'QUOTE_SINGLE' || scalar.type === 'QUOTE_DOUBLE';
  // The line break behind a block of text is no part of what is replaced.
  const range = { start: offset + start, end: offset + start + written.trimEnd().length };
  return { range, inner: isQuoted ? { start: range.start + 1, end: range.end - 1 } : range };
}
