import type { ArticleEntry } from '../article/articleEntry';
import type { SourceNames } from '../article/sourceNames';
import { wallClock } from '../article/zoneOffset';

/** The ways the tree can be grouped. */
export type Grouping = 'source' | 'date' | 'category' | 'folder';

export const groupings: readonly Grouping[] = ['source', 'date', 'category', 'folder'];

/** What a group stands for. The key is unique among its siblings; the name is what to show. */
export type GroupKey =
  | { readonly kind: 'source' | 'category' | 'folder'; readonly key: string; readonly name: string }
  | { readonly kind: 'year' | 'month' | 'day'; readonly key: string; readonly number: number }
  | { readonly kind: 'noSource' | 'noCategory' | 'noDate' | 'unreadableDate'; readonly key: string };

export interface GroupingContext {
  readonly timeZone: string;
  readonly sources: SourceNames;
}

/** The groups an article stands in, each from the outermost in; several where it has several categories. */
export type Placement = (entry: ArticleEntry) => readonly (readonly GroupKey[])[];

/** A new grouping is a line here and a name in the view's menu. */
export function placementOf(grouping: Grouping, context: GroupingContext): Placement {
  const source = (entry: ArticleEntry): GroupKey => sourceGroup(entry, context);
  const date = (entry: ArticleEntry): readonly GroupKey[] => dateGroups(entry, context);
  const placements: Readonly<Record<Grouping, Placement>> = {
    source: (entry) => [[source(entry), ...date(entry).slice(0, 2)]],
    date: (entry) => [[...date(entry), source(entry)]],
    category: (entry) => categoryGroups(entry).map((group) => [group]),
    folder: (entry) => [folderGroups(entry)],
  };
  return placements[grouping];
}

/** No name starts like this, for names are trimmed. */
const nothing = ' ';

function sourceGroup(entry: ArticleEntry, { sources }: GroupingContext): GroupKey {
  if (entry.source === undefined) return { kind: 'noSource', key: nothing };
  const { key, name } = sources.resolve(entry.source);
  return { kind: 'source', key, name };
}

function dateGroups({ date }: ArticleEntry, { timeZone }: GroupingContext): readonly GroupKey[] {
  if (date.kind === 'missing') return [{ kind: 'noDate', key: nothing }];
  if (date.kind === 'unreadable') return [{ kind: 'unreadableDate', key: `${nothing}unreadable` }];
  const { year, month, day } = wallClock(date.time, timeZone);
  return [
    { kind: 'year', key: `${year}`, number: year },
    { kind: 'month', key: `${month}`, number: month },
    { kind: 'day', key: `${day}`, number: day },
  ];
}

function categoryGroups({ categories }: ArticleEntry): readonly GroupKey[] {
  if (categories.length === 0) return [{ kind: 'noCategory', key: nothing }];
  return [...new Set(categories)].map((name) => ({ kind: 'category', key: name, name }));
}

function folderGroups({ path }: ArticleEntry): readonly GroupKey[] {
  return path
    .split('/')
    .slice(0, -1)
    .map((name) => ({ kind: 'folder', key: name, name }));
}
