import type { FieldPlace } from '../../../article/fieldPlace';
import { fieldValue, nameText, scalarText } from '../../../article/fieldValue';
import type { Fix } from '../../../text/fix';
import { type Message, say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { valueEdit } from './fieldEdits';
import { metadataOf, openingOf } from './metadataOf';

type Wanted = 'text' | 'date' | 'name' | 'categories';

interface Data {
  readonly field: string;
  readonly wanted: Wanted;
}

export const type = defineRule<Data>({
  id: 'metadata/type',
  name: 'Wrong type of value',
  level: 'warning',
  summary: 'A field holds a list or a mapping where a text is expected, or the other way round.',
  documentation: `
Finds a title or a date that is a list or a mapping, a source that is a mapping without a name, and categories that are a
mapping. Square brackets at the start of an unquoted title make a list of it:

\`\`\`yaml
title: [Video]        →   title: '[Video]'
\`\`\`

A source may be one name, a list of names or a mapping with a \`name\`; categories may be one text or lists. For other fields
write a schema, see \`metadata/schema\`. The fixes for a title are for a person to choose from.
`,
  *check(article) {
    const data = metadataOf(article);
    if (data === undefined) return;
    for (const [field, wanted] of fieldsWithTypes(article)) {
      const value = fieldValue(data, field);
      if (typeof value !== 'object' || value === null || value instanceof Date || fits(value, wanted, field)) continue;
      const place = article.fields.get(field);
      const { range, keyRange } = place ?? { range: openingOf(article), keyRange: openingOf(article) };
      yield {
        range: range.end > range.start ? range : keyRange,
        message: messageOf(place?.key ?? field, wanted, Array.isArray(value)),
        data: { field, wanted },
      };
    }
  },
  fixes({ data: { field, wanted } }, article) {
    const place = article.fields.get(field);
    const value = fieldValue(metadataOf(article) ?? {}, field);
    if (place === undefined || !Array.isArray(value) || value.length !== 1) return [];
    const item = scalarText(value[0]);
    if (item === undefined || (wanted !== 'text' && wanted !== 'date')) return [];
    return wanted === 'date' ? [rewritten(article, place, item, false)] : titleFixes(article, place, item);
  },
});

function titleFixes(article: CheckedArticle, place: FieldPlace, item: string): readonly Fix[] {
  const asWritten = article.text.slice(place.range.start, place.range.end);
  const bracketed =
    place.style === 'flow' && !/[\r\n"']/.test(asWritten) ? [rewritten(article, place, asWritten, true)] : [];
  return [...bracketed, rewritten(article, place, item, true)];
}

function rewritten(article: CheckedArticle, { range, key }: FieldPlace, text: string, isGuess: boolean): Fix {
  return {
    title: say('Write “{0}” as “{1}”', key, text),
    edits: [valueEdit(article, { range, inner: range }, text, isGuess ? 'text' : 'date')],
    ...(isGuess ? { isGuess } : {}),
  };
}

function* fieldsWithTypes({ settings }: CheckedArticle): Generator<readonly [string, Wanted]> {
  const { sourceFields, dateFields } = settings.reading;
  yield ['title', 'text'];
  for (const field of dateFields) yield [field, 'date'];
  for (const field of new Set([...sourceFields, 'author'])) yield [field, 'name'];
  for (const field of ['categories', 'category', 'tags']) yield [field, 'categories'];
}

function fits(value: object, wanted: Wanted, field: string): boolean {
  switch (wanted) {
    case 'text':
    case 'date':
      return false;
    case 'name':
      return isEmpty(value) || nameText({ [field]: value }, field) !== undefined;
    case 'categories':
      return Array.isArray(value) && !holdsMapping(value, 0);
  }
}

function isEmpty(value: object): boolean {
  return Object.values(value).every((item) => item === null || item === '');
}

const deepest = 8;

function holdsMapping(list: readonly unknown[], depth: number): boolean {
  return list.some((item) =>
    Array.isArray(item)
      ? depth < deepest && holdsMapping(item, depth + 1)
      : typeof item === 'object' && item !== null && !(item instanceof Date),
  );
}

function messageOf(key: string, wanted: Wanted, isList: boolean): Message {
  switch (wanted) {
    case 'text':
      return isList
        ? say('“{0}” is a list, and has to be one text. Put it in quotes.', key)
        : say('“{0}” is a mapping, and has to be one text. Put it in quotes.', key);
    case 'date':
      return isList
        ? say('“{0}” is a list, and has to be one date.', key)
        : say('“{0}” is a mapping, and has to be one date.', key);
    case 'name':
      return say('“{0}” names nobody. Write a name, a list of names, or a mapping with a “name”.', key);
    case 'categories':
      return say('“{0}” holds a mapping, and has to be a text or a list of texts.', key);
  }
}
