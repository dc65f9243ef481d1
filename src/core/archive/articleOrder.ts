import type { ArticleEntry } from '../article/articleEntry';

/** How articles follow each other within a group. */
export type ArticleOrder = 'newest' | 'oldest' | 'title';

export const articleOrders: readonly ArticleOrder[] = ['newest', 'oldest', 'title'];

/** Names in the order people look them up, Chinese by pronunciation. */
export const nameCollator = new Intl.Collator(['zh-Hans-CN', 'en'], { numeric: true });

/** Ordered by date, either way, articles without one that can be read come last. */
export function compareArticles(order: ArticleOrder): (a: ArticleEntry, b: ArticleEntry) => number {
  if (order === 'title') return (a, b) => nameCollator.compare(a.title, b.title) || comparePaths(a, b);
  const direction = order === 'newest' ? -1 : 1;
  return (a, b) => {
    const timeA = timeOf(a);
    const timeB = timeOf(b);
    if (timeA !== timeB) {
      if (timeA === undefined) return 1;
      if (timeB === undefined) return -1;
      return direction * (timeA - timeB);
    }
    return nameCollator.compare(a.title, b.title) || comparePaths(a, b);
  };
}

function timeOf(entry: ArticleEntry): number | undefined {
  return entry.date.kind === 'read' ? entry.date.time : undefined;
}

function comparePaths(a: ArticleEntry, b: ArticleEntry): number {
  return a.path < b.path ? -1 : Number(a.path > b.path);
}
