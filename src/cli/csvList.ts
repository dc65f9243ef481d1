import { csvField } from '../core/text/csvField';
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
