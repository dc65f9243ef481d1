import type { ArticleNames } from '../core/archive/articleNames';
import type { ArticleEntry } from '../core/article/articleEntry';
import type { SourceResolver } from '../core/article/sourceNames';

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

/** By which names `list` calls what articles name. */
export interface ShownNames {
  readonly sources: SourceResolver;
  readonly spelled: ArticleNames;
}

export function listedArticle(entry: ArticleEntry, names: ShownNames): ListedArticle {
  const { date, source, author, categories } = entry;
  return {
    path: entry.path,
    title: entry.title,
    source: source === undefined ? null : names.sources.resolve(source).name,
    author: author === undefined ? null : names.spelled.authors.of(author).name,
    date: date.kind === 'read' ? new Date(date.time).toISOString() : null,
    dateText: date.kind === 'missing' ? null : date.text,
    categories: [...new Set(categories.map((text) => names.spelled.categories.of(text).name))],
    words: entry.body?.words ?? null,
    images: entry.body?.images ?? null,
  };
}
