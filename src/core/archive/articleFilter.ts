import type { ArticleEntry } from '../article/articleEntry';
import type { SourceResolver } from '../article/sourceNames';
import { type DayRange, isWithinDays } from './dayRange';
import { foldText } from './foldText';

/** What the tree is narrowed to; every part that is set must hold. */
export interface ArticleFilter {
  /** Words that the title holds, whatever their order. */
  readonly title?: string;
  /** Any of these sources. The empty key stands for articles without one. */
  readonly sources?: readonly { readonly key: string; readonly name: string }[];
  readonly days?: DayRange;
  readonly problems?: true;
  readonly unread?: true;
}

export interface FilterContext {
  readonly timeZone: string;
  readonly sources: SourceResolver;
  readonly isUnread: (path: string) => boolean;
  readonly hasProblems: (entry: ArticleEntry) => boolean;
}

export function isEmptyFilter(filter: ArticleFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** The same filter with one part set, or taken out where the value is undefined. */
export function withPart<K extends keyof ArticleFilter>(
  filter: ArticleFilter,
  part: K,
  value: ArticleFilter[K] | undefined,
): ArticleFilter {
  const { [part]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [part]: value };
}

/** The test an article must pass to be shown. */
export function articleMatcher(filter: ArticleFilter, context: FilterContext): (entry: ArticleEntry) => boolean {
  const tests: ((entry: ArticleEntry) => boolean)[] = [];
  const { title, sources, days } = filter;
  if (title !== undefined) {
    const words = foldText(title).split(' ').filter(Boolean);
    tests.push((entry) => {
      const folded = foldText(entry.title);
      return words.every((word) => folded.includes(word));
    });
  }
  if (sources !== undefined) {
    const wanted = new Set(sources.map(({ key }) => key));
    tests.push(({ source }) => wanted.has(source === undefined ? '' : context.sources.resolve(source).key));
  }
  if (days !== undefined) {
    tests.push(({ date }) => date.kind === 'read' && isWithinDays(date.time, days, context.timeZone));
  }
  if (filter.problems) tests.push(context.hasProblems);
  if (filter.unread) tests.push((entry) => context.isUnread(entry.path));
  return (entry) => tests.every((test) => test(entry));
}
