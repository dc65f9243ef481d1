import { nameCollator } from '../core/archive/articleOrder';
import type { ArticleEntry } from '../core/article/articleEntry';
import { isoDay } from '../core/article/zoneOffset';
import type { ListedArticle } from './listedArticle';

export const listGroupings = ['source', 'date'] as const;
export type ListGrouping = (typeof listGroupings)[number];

export interface ListItem {
  readonly entry: ArticleEntry;
  readonly article: ListedArticle;
}

export interface ListGroup {
  readonly name: string;
  readonly items: readonly ListItem[];
}

/** Sources by the alphabet, months newest first; those without one come last. */
export function articleGroups(items: readonly ListItem[], by: ListGrouping, timeZone: string): readonly ListGroup[] {
  const named = new Map<string, ListItem[]>();
  const nameless = new Map<string, ListItem[]>();
  for (const item of items) {
    const name = by === 'source' ? item.article.source : monthOf(item.entry, timeZone);
    if (name === null) add(nameless, by === 'source' ? 'Unknown source' : datelessName(item.entry), item);
    else add(named, name, item);
  }
  const compare = by === 'source' ? nameCollator.compare : (a: string, b: string) => (a > b ? -1 : 1);
  return [...[...named].sort(([a], [b]) => compare(a, b)), ...[...nameless].sort(([a], [b]) => (a > b ? -1 : 1))].map(
    ([name, members]) => ({ name, items: members }),
  );
}

function add(groups: Map<string, ListItem[]>, name: string, item: ListItem): void {
  const members = groups.get(name);
  if (members === undefined) groups.set(name, [item]);
  else members.push(item);
}

function monthOf({ date }: ArticleEntry, timeZone: string): string | null {
  if (date.kind !== 'read') return null;
  return isoDay(date.time, timeZone).slice(0, -'-28'.length);
}

function datelessName({ date }: ArticleEntry): string {
  return date.kind === 'unreadable' ? 'Unreadable date' : 'No date';
}
