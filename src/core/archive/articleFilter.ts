import type { ArticleEntry } from '../article/articleEntry';
import { foldedWords } from '../text/foldText';
import { ArticleWords, type WordsContext } from './articleWords';
import { type DayRange, isWithinDays } from './dayRange';

/** What the tree is narrowed to; every part that is set must hold. */
export interface ArticleFilter {
  /** Words of title, source, author and date that it holds, whatever their order. */
  readonly text?: string;
  /** Any of these sources. The empty key stands for articles without one. */
  readonly sources?: readonly { readonly key: string; readonly name: string }[];
  readonly days?: DayRange;
  readonly problems?: true;
  readonly unread?: true;
}

export interface FilterContext extends WordsContext {
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
  const { text, sources, days } = filter;
  if (text !== undefined) tests.push(wordsTest(text, context));
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

function wordsTest(text: string, context: WordsContext): (entry: ArticleEntry) => boolean {
  const wanted = foldedWords(text);
  if (wanted.length === 0) return () => true;
  return (entry) => {
    const words = new ArticleWords(entry, context);
    return wanted.every((word) => words.has(word));
  };
}
