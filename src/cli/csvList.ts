import type { ListItem } from './articleGroups';
import type { ListedArticle } from './listedArticle';

const columns = [
  'path',
  'title',
  'source',
  'author',
  'date',
  'dateText',
  'categories',
  'words',
  'images',
] as const satisfies readonly (keyof ListedArticle)[];

/** The articles by RFC 4180, a header first. */
export function* csvList(items: Iterable<ListItem>): Generator<string, void> {
  yield `${columns.join(',')}\r\n`;
  for (const { article } of items) yield `${columns.map((column) => csvField(article[column])).join(',')}\r\n`;
}

function csvField(value: string | number | readonly string[] | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = harmless(typeof value === 'string' ? value : value.join('; '));
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets run what starts like a formula, and these texts come from strangers. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
