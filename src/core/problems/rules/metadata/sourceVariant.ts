import type { ValuePlace } from '../../../article/fieldPlace';
import { collapse, fieldValue, nameText } from '../../../article/fieldValue';
import { say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { valueEdit } from './fieldEdits';
import { metadataOf } from './metadataOf';

interface Data {
  readonly name: string;
}

export const sourceVariant = defineRule<Data>({
  id: 'metadata/source-variant',
  name: 'Variant source name',
  level: 'information',
  summary: 'A source is written with another name than its usual one.',
  documentation: `
Finds names of sources that \`.marginalia/sources.json\` folds onto another name, and spellings that differ only by case, width or
white space from one that far more articles of the archive use. Other programs take each spelling for a source of its own.

\`\`\`yaml
source: harbour ledger   →   source: Harbour Ledger
\`\`\`

The fix writes the usual name. To rename a source in all its articles, use the command for that.
`,
  *check(article) {
    const { canonicalSource } = article.knowledge;
    const { source } = article.entry;
    if (canonicalSource === undefined || source?.from !== 'field') return;
    const found = sourcePlace(article, source.text);
    if (found === undefined || source.text === canonicalSource.name) return;
    yield {
      range: found.range,
      message: say('This source is usually called “{0}”.', canonicalSource.name),
      data: { name: canonicalSource.name },
    };
  },
  fixes({ range, data: { name } }, article) {
    const found = sourcePlace(article, article.entry.source?.text ?? '');
    if (found === undefined || found.range.start !== range.start) return [];
    return [{ title: say('Write the source as “{0}”', name), edits: [valueEdit(article, found.place, name)] }];
  },
});

/** Where the name of the source stands; undefined where what stands there is an address, or spread over lines. */
function sourcePlace(article: CheckedArticle, name: string) {
  const data = metadataOf(article);
  const field = data && article.settings.reading.sourceFields.find((each) => nameText(data, each) !== undefined);
  if (data === undefined || field === undefined) return undefined;
  const value = fieldValue(data, field);
  const place = article.fields.get(field);
  if (place === undefined) return undefined;
  const holder: ValuePlace | undefined = Array.isArray(value) ? place.items[0] : place;
  const first: unknown = Array.isArray(value) ? value[0] : value;
  // An address tells its source by its host; a name in its place would lose the address.
  if (holder === undefined || typeof first !== 'string' || collapse(first) !== name) return undefined;
  if (/[\r\n]/.test(article.text.slice(holder.range.start, holder.range.end))) return undefined;
  return { place: holder, range: holder.inner };
}
