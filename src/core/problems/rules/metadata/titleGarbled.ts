import { decodeAttribute } from '../../../article/body/attributeText';
import type { FieldPlace } from '../../../article/fieldPlace';
import { collapse, fieldValue, scalarText } from '../../../article/fieldValue';
import { type Message, say } from '../../../text/message';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { languageOf, valueEdit } from './fieldEdits';
import { lostSigns } from './lostSigns';
import { metadataOf } from './metadataOf';
import { type OtherScalar, otherScalar } from './otherScalar';

interface Data {
  readonly field: string;
  /** What the title is meant to say, where that can be told. */
  readonly title?: string;
  readonly isGuess?: true;
}

interface Garbling {
  readonly message: Message;
  readonly title?: string;
  readonly isGuess?: true;
}

export const titleGarbled = defineRule<Data>({
  id: 'metadata/title-garbled',
  name: 'Garbled title',
  level: 'hint',
  summary: 'A title shows the traces of a program that mangled it.',
  documentation: `
Finds titles that other programs read as a number, a date or nothing for want of quotes; titles with line breaks, with HTML
entities, in runs of quotes; and titles in which a program has put \`_\` for characters that a file name cannot hold.

\`\`\`yaml
title: 12_00                          →   title: '12_00'
title: Q&amp;A                        →   title: Q&A
title: Fog_ what the harbour knows    →   title: 'Fog: what the harbour knows'
\`\`\`

The lost characters are taken from the first heading or an image's alternative text where these agree with the title in all
else. Where nothing tells them, there is no fix.
`,
  *check(article) {
    const data = metadataOf(article);
    const field = data && ['title', 'headline'].find((name) => scalarText(fieldValue(data, name)) !== undefined);
    if (data === undefined || field === undefined) return;
    const value = fieldValue(data, field);
    const garblings = [...(typeof value === 'string' ? garbledTexts(value, article) : [])];
    const bare = bareKind(article, field, value);
    if (garblings.length === 0 && bare === undefined) return;
    const place = article.fields.get(field);
    if (place === undefined || place.range.end === place.range.start) return;
    const range = place.inner.end > place.inner.start ? place.inner : place.range;
    if (bare !== undefined) {
      yield { range, message: bareMessages[bare], data: { field, title: scalarText(value) ?? '' } };
    }
    for (const { message, ...rest } of garblings) yield { range, message, data: { field, ...rest } };
  },
  fixes({ data: { field, title, isGuess } }, article) {
    const place = article.fields.get(field);
    if (place === undefined || title === undefined || title === '') return [];
    // A number of JSON is written as it stands, and not as it was read.
    const isNumber = place.style === 'plain' && languageOf(article) !== 'yaml';
    const text = isNumber ? article.text.slice(place.range.start, place.range.end) : title;
    return [
      {
        title: say('Write the title as “{0}”', text),
        edits: [valueEdit(article, place, text)],
        ...(isGuess ? { isGuess } : {}),
      },
    ];
  },
});

const bareMessages: Readonly<Record<OtherScalar, Message>> = {
  number: say('Other programs read this title as a number. Put it in quotes.'),
  date: say('Other programs read this title as a date. Put it in quotes.'),
  boolean: say('Other programs read this title as true or false. Put it in quotes.'),
  nothing: say('Other programs read this title as nothing. Put it in quotes.'),
};

function bareKind(article: CheckedArticle, field: string, value: unknown): OtherScalar | undefined {
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'number' || typeof value === 'bigint') return 'number';
  if (value instanceof Date) return 'date';
  if (typeof value !== 'string' || languageOf(article) !== 'yaml') return undefined;
  const kind = otherScalar(value);
  return kind !== undefined && isPlain(article.fields.get(field)) ? kind : undefined;
}

function isPlain(place: FieldPlace | undefined): boolean {
  return place?.style === 'plain' && place.inner.start === place.range.start;
}

const entity = /&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-zA-Z][a-zA-Z\d]{1,31});/;
const quoteRun = /^(["'])\1+(?!\1)(.*?)(?<!\1)\1{2,}$/s;

function* garbledTexts(title: string, article: CheckedArticle): Generator<Garbling> {
  if (/[\r\n]/.test(title.trim())) {
    yield { message: say('This title has a line break in it. Write it on one line.'), title: collapse(title) };
  }
  if (entity.test(title)) {
    const decoded = collapse(decodedFully(title));
    if (decoded !== collapse(title)) {
      const isGuess = /[<>\p{Cc}]/u.test(decoded);
      const message = say('This title holds characters written as HTML. Write them as themselves.');
      yield { message, title: decoded, ...(isGuess ? { isGuess } : {}) };
    }
  }
  const quoted = quoteRun.exec(title.trim());
  if (quoted !== null && quoted[2] !== undefined) {
    const inner = quoted[2].replace(/^(["'])(.*)\1$/s, '$2').trim();
    const message = say('This title is in quotes several times over. Take them away.');
    yield { message, isGuess: true, ...(inner === '' ? {} : { title: inner }) };
  }
  const lost = lostSigns(title, article);
  if (lost === undefined) return;
  const message = title.includes('\ufffd')
    ? say('A character of this title was lost in a conversion. Write what was there.')
    : say('A program has put “_” in the place of another character of this title. Write what was there.');
  yield { message, ...lost };
}

/** Programs that escape what is escaped already write `&amp;#39;`. */
function decodedFully(title: string): string {
  let decoded = title;
  for (let round = 0; round < 3 && entity.test(decoded); round++) decoded = decodeAttribute(decoded);
  return decoded;
}
