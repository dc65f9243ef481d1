import { readDate } from './articleDate';
import type { ArticleDate } from './articleEntry';
import { nameText } from './fieldValue';
import { readPathDate } from './pathDate';
import { instantOf } from './zoneOffset';

/** The date of an article: of the first field that holds a readable one, else, where no field holds any, of its path. */
export function readArticleDate(
  data: Readonly<Record<string, unknown>>,
  path: string,
  fields: readonly string[],
  timeZone: string,
): ArticleDate {
  let unreadable: string | undefined;
  for (const field of fields) {
    const text = nameText(data, field);
    if (text === undefined) continue;
    const read = readDate(text, timeZone);
    if (read !== undefined) return { kind: 'read', text, time: read.time, precision: read.precision, from: 'field' };
    unreadable ??= text;
  }
  if (unreadable !== undefined) return { kind: 'unreadable', text: unreadable };
  const { text, local, from } = readPathDate(path) ?? {};
  if (text === undefined || local === undefined || from === undefined) return { kind: 'missing' };
  return { kind: 'read', text, time: instantOf(local, timeZone), precision: 'day', from };
}
