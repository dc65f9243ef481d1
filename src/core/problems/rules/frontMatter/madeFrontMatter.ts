import { applyEdits } from '../../../text/textEdit';
import type { CheckedArticle } from '../../checkedArticle';
import { dateInBody, writtenDate } from './bodyDate';
import { wrapEdits } from './quotedText';
import { readAsText } from './scalarRepair';

/** Front matter made from what an article without any shows: its first heading, its path, its links and dates. */
export function madeFrontMatter(article: CheckedArticle): string {
  const { entry, settings, lineBreak, text, block } = article;
  const { timeZone, sourceFields, dateFields } = settings.reading;
  const date =
    entry.date.kind === 'read'
      ? writtenDate(entry.date.time, entry.date.precision, timeZone)
      : dateInBody(text, block.bodyStart, timeZone);
  const category = folderName(article.path);
  const lines = [
    '---',
    `title: ${quoted(entry.title)}`,
    ...(date === undefined ? [] : [`${dateFields[0] ?? 'date'}: ${date}`]),
    ...(entry.source === undefined ? [] : [`${sourceFields[0] ?? 'source'}: ${written(entry.source.text)}`]),
    ...(entry.link === undefined ? [] : [`link: ${written(entry.link)}`]),
    ...(category === undefined ? [] : ['categories:', `  - ${written(category)}`]),
    '---',
  ];
  return lines.map((line) => line + lineBreak).join('');
}

function quoted(text: string): string {
  return applyEdits(text, wrapEdits(text));
}

/** In quotes only where it needs them. */
function written(text: string): string {
  const isPlain = readAsText(text) === text && /^[\p{L}\p{N}]/u.test(text) && !/\s#|:\s/.test(text);
  return isPlain ? text : quoted(text);
}

const generic =
  /^(?:_?posts?|_?drafts?|articles?|news|contents?|sources?|src|docs?|archives?|pages?|blogs?|entries|markdown|md|inbox|unsorted|te?mp|\d+|\d{4}[-_.年]\d{1,2}.*)$/i;

/** The nearest folder whose name says something of the article. */
function folderName(path: string): string | undefined {
  return path
    .split('/')
    .slice(0, -1)
    .findLast((name) => name !== '' && !name.startsWith('.') && !generic.test(name));
}
