import { readLink, readSource } from '../../../article/articleSource';
import { titleField } from '../../../article/articleTitle';
import { fieldValue, nameText } from '../../../article/fieldValue';
import type { Fix } from '../../../text/fix';
import { say } from '../../../text/message';
import type { TextEdit } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { defineRule } from '../../rule';
import { dateInBody } from '../frontMatter/bodyDate';
import { formatDate } from './dateFormats';
import { addedField, filledField } from './fieldEdits';
import { type Metadata, metadataOf, openingOf } from './metadataOf';

interface Data {
  readonly field: string;
}

export const required = defineRule<Data>({
  id: 'metadata/required',
  name: 'Missing field',
  level: 'warning',
  summary: 'A field that every article needs is not there.',
  documentation: `
Finds articles whose front matter has no title, no date or no source. Without them an article stands in the wrong place of
every list, or in none.

\`\`\`yaml
---                          ---
date: 2021-11-27      →      title: The night ferry
---                          date: 2021-11-27
                             ---
\`\`\`

Any of the fields that the archive reads counts: \`publisher\` or \`author\` is a source too, and so is the site of a link to the
original; a file name such as \`2021-11-27-ferry.md\` is a date. \`problems.requiredFields\` in \`.marginalia/config.json\` says which
fields are needed. The fix takes the value from the body, the file name or the folder; where it has to invent one it writes
\`TODO\`.
`,
  *check(article) {
    const data = metadataOf(article);
    if (data === undefined) return;
    for (const field of article.settings.requiredFields) {
      if (isThere(field, data, article)) continue;
      const empty = emptyField(field, article);
      yield {
        range: empty?.keyRange ?? openingOf(article),
        message:
          empty === undefined
            ? say('This article has no “{0}”. Add it to the front matter.', field)
            : say('“{0}” is empty, and every article needs it. Fill it in.', empty.key),
        data: { field },
      };
    }
  },
  fixes({ data: { field } }, article) {
    return candidates(field, article).flatMap(({ value, isGuess }): readonly Fix[] => {
      const edit = editFor(field, value, article);
      if (edit === undefined) return [];
      const title = say('Add “{0}: {1}”', keyFor(field, article), value);
      return [{ title, edits: [edit], ...(isGuess ? { isGuess } : {}) }];
    });
  },
});

function isThere(field: string, data: Metadata, { entry, settings }: CheckedArticle): boolean {
  const { sourceFields, linkFields, dateFields } = settings.reading;
  switch (field) {
    case 'title':
      return titleField(data) !== undefined;
    case 'date':
      return (
        dateFields.some((name) => nameText(data, name) !== undefined) ||
        (entry.date.kind === 'read' && entry.date.from === 'fileName')
      );
    case 'source':
      return readSource(data, sourceFields, readLink(data, linkFields)) !== undefined;
    case 'link':
      return readLink(data, linkFields) !== undefined;
    default:
      return nameText(data, field) !== undefined || holdsSomething(fieldValue(data, field));
  }
}

function holdsSomething(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0 && !isListOfNothing(value);
}

function isListOfNothing(value: object): boolean {
  return Array.isArray(value) && value.every((item) => item === null || item === '');
}

/** The names under which a required field may stand. */
export function namesOf(field: string, { settings }: CheckedArticle): readonly string[] {
  const { sourceFields, linkFields, dateFields } = settings.reading;
  const names = { title: ['title', 'headline'], date: dateFields, source: sourceFields, link: linkFields };
  return Object.hasOwn(names, field) ? names[field as keyof typeof names] : [field];
}

function emptyField(field: string, article: CheckedArticle) {
  for (const name of namesOf(field, article)) {
    const place = article.fields.get(name);
    if (place !== undefined) return place;
  }
  return undefined;
}

function keyFor(field: string, article: CheckedArticle): string {
  return emptyField(field, article)?.key ?? namesOf(field, article)[0] ?? field;
}

function editFor(field: string, value: string, article: CheckedArticle): TextEdit | undefined {
  const empty = emptyField(field, article);
  const kind = field === 'date' ? 'date' : 'text';
  if (empty === undefined) {
    const where = field === 'title' ? 'first' : 'last';
    return addedField(article, keyFor(field, article), value, { where, kind });
  }
  const isScalar = empty.style === 'empty' || empty.style === 'plain' || empty.inner.start > empty.range.start;
  return isScalar ? filledField(article, empty, value, kind) : undefined;
}

interface Candidate {
  readonly value: string;
  readonly isGuess?: true;
}

function candidates(field: string, article: CheckedArticle): readonly Candidate[] {
  const { entry, knowledge, settings, body } = article;
  const { timeZone } = settings.reading;
  switch (field) {
    case 'title': {
      const [leading] = body.leadingHeadings;
      if (leading !== undefined && leading.text !== '') return [{ value: leading.text }];
      return [{ value: entry.title, isGuess: true }];
    }
    case 'date': {
      if (entry.date.kind === 'read') {
        return [{ value: formatDate(entry.date, settings.dateFormat, timeZone), isGuess: true }];
      }
      const found = dateInBody(article.text, article.block.bodyStart, timeZone);
      return found === undefined ? [] : [{ value: found, isGuess: true }];
    }
    case 'source': {
      const name = knowledge.canonicalSource?.name ?? entry.source?.text;
      return [{ value: name ?? 'TODO', isGuess: true }];
    }
    case 'link':
      return [{ value: body.originalLink ?? 'https://example.com/TODO', isGuess: true }];
    default:
      return [{ value: 'TODO', isGuess: true }];
  }
}
