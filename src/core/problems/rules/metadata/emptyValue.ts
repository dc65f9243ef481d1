import { fieldValue } from '../../../article/fieldValue';
import { say } from '../../../text/message';
import { defineRule } from '../../rule';
import { removedField } from './fieldEdits';
import { metadataOf } from './metadataOf';
import { namesOf } from './required';

interface Data {
  readonly key: string;
}

export const emptyValue = defineRule<Data>({
  id: 'metadata/empty-value',
  name: 'Empty field',
  level: 'hint',
  summary: 'A field has no value.',
  documentation: `
Finds fields without a value: nothing behind the colon, \`''\`, \`[]\` or \`{}\`. They say nothing, and some site generators trip
over them: an empty \`thumbnail\` becomes a picture that is not there.

\`\`\`yaml
author: Harbour Ledger   →   author: Harbour Ledger
thumbnail: ''
\`\`\`

The fix removes the field; where a comment stands beside it there is none. Fields that every article needs are told of by
\`metadata/required\`.
`,
  *check(article) {
    const data = metadataOf(article);
    if (data === undefined || !Object.values(data).some(isEmpty)) return;
    const neededElsewhere = new Set(
      article.settings.requiredFields.flatMap((field) => namesOf(field, article)).map((name) => name.toLowerCase()),
    );
    for (const { key, keyRange, range } of article.fields.all) {
      // Where a key stands twice, the data are of the one that says something.
      if (!isEmpty(fieldValue(data, key)) || !Object.hasOwn(data, key) || neededElsewhere.has(key.toLowerCase()))
        continue;
      yield {
        range: { start: keyRange.start, end: Math.max(keyRange.end, range.end) },
        message: say('“{0}” has no value. Fill it in, or remove it.', key),
        data: { key },
        unnecessary: true,
      };
    }
  },
  fixes({ range, data: { key } }, article) {
    const field = article.fields.all.find(({ keyRange }) => keyRange.start === range.start);
    const edit = field && removedField(article, field);
    return edit === undefined ? [] : [{ title: say('Remove the empty “{0}”', key), edits: [edit] }];
  },
});

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  if (typeof value !== 'object' || value instanceof Date) return false;
  return Array.isArray(value) ? value.every((item) => item === null) : Object.keys(value).length === 0;
}
