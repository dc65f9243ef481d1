import type { ArticleEntry } from '../core/article/articleEntry';
import type { SourceNames } from '../core/article/sourceNames';

/** One article as `list` tells it. Every key is always there. The order of the keys is that of the columns. */
export interface ListedArticle {
  readonly path: string;
  readonly title: string;
  readonly source: string | null;
  readonly author: string | null;
  /** ISO 8601 in UTC. */
  readonly date: string | null;
  /** As written. */
  readonly dateText: string | null;
  readonly categories: readonly string[];
  readonly words: number | null;
  readonly images: number | null;
}

/** By which names `list` calls the sources: where spellings differ and no alias says which, the most frequent one. */
export function sourceNamer(
  entries: Iterable<ArticleEntry>,
  sources: SourceNames,
): (entry: ArticleEntry) => string | undefined {
  const spellings = new Map<string, Map<string, number>>();
  for (const { source } of entries) {
    if (source === undefined) continue;
    const { key, name } = sources.resolve(source);
    const counts = spellings.get(key) ?? new Map<string, number>();
    spellings.set(key, counts.set(name, (counts.get(name) ?? 0) + 1));
  }
  const names = new Map([...spellings].map(([key, counts]) => [key, mostFrequent(counts)]));
  return ({ source }) => (source === undefined ? undefined : names.get(sources.resolve(source).key));
}

export function listedArticle(entry: ArticleEntry, source: string | undefined): ListedArticle {
  const { date } = entry;
  return {
    path: entry.path,
    title: entry.title,
    source: source ?? null,
    author: entry.author ?? null,
    date: date.kind === 'read' ? new Date(date.time).toISOString() : null,
    dateText: date.kind === 'missing' ? null : date.text,
    categories: entry.categories,
    words: entry.body?.words ?? null,
    images: entry.body?.images ?? null,
  };
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const ranked = [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}
