import type { ArticleDate, ArticleEntry } from '../../src/core/article/articleEntry';
import { defaultReadingRules, type ReadingRules } from '../../src/core/article/readingRules';

export const shanghai = 'Asia/Shanghai';

export function rules(changes: Partial<ReadingRules> = {}): ReadingRules {
  return { ...defaultReadingRules, timeZone: shanghai, ...changes };
}

type EntryParts = Omit<Partial<ArticleEntry>, 'source' | 'date'> & {
  readonly source?: string;
  /** ISO 8601, `''` for none; what is no date is taken as one that cannot be read. */
  readonly date?: string;
};

/** An article at a path; what is not said is plain. */
export function entry(
  path: string,
  { source, date = '2021-11-27T12:00:00Z', ...parts }: EntryParts = {},
): ArticleEntry {
  return {
    path,
    size: 100,
    mtime: 1000,
    title: path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, ''),
    titleFrom: 'field',
    date: dateOf(date),
    categories: [],
    ...(source === undefined ? {} : { source: { text: source, from: 'field' } }),
    ...parts,
  };
}

function dateOf(text: string): ArticleDate {
  if (text === '') return { kind: 'missing' };
  const time = Date.parse(text);
  return Number.isNaN(time)
    ? { kind: 'unreadable', text }
    : { kind: 'read', text, time, precision: 'time', from: 'field' };
}

interface ArticleParts {
  readonly date?: string;
  readonly source?: string;
  readonly body?: string;
}

/** The text of an article's file. */
export function articleText(
  title: string,
  { date = '2021-11-27 20:00:00', source = 'Harbour Ledger', body = '<div>One two three.</div>' }: ArticleParts = {},
): string {
  return `---\ntitle: ${JSON.stringify(title)}\ndate: ${date}\nsource: ${JSON.stringify(source)}\n---\n\n${body}\n`;
}
