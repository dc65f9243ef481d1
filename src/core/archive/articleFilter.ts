import type { ArticleEntry } from '../article/articleEntry';
import type { SourceResolver } from '../article/sourceNames';
import { wallClock } from '../article/zoneOffset';
import { type DayRange, isWithinDays } from '../query/dayRange';
import { daysFacet, type Facet, type Facets, type Named, toggleFacet, wordsFacet } from '../query/filter';
import { foldedWords } from '../text/foldText';
import { type Message, say } from '../text/message';
import { ArticleWords, type WordsContext } from './articleWords';

/** What the tree is narrowed to; every part that is set must hold. */
export interface ArticleFilter {
  /** Words of title, source, author and date that it holds, whatever their order. */
  readonly text?: string;
  /** Any of these sources. The empty key stands for articles without one. */
  readonly sources?: readonly Named[];
  readonly days?: DayRange;
  readonly unread?: true;
  readonly problems?: true;
}

export interface FilterContext extends WordsContext {
  readonly isUnread: (path: string) => boolean;
  readonly hasProblems: (entry: ArticleEntry) => boolean;
}

export const articleFacets: Facets<ArticleFilter, ArticleEntry, FilterContext> = {
  text: wordsFacet((words) => say('$(search) Articles with “{0}”', words), hasWords),
  sources: sourcesFacet(say('Show Articles of These Sources')),
  days: daysFacet(
    say('$(calendar) Dates…'),
    say('Show Articles of These Dates'),
    (days, { timeZone }) =>
      ({ date }) => {
        if (date.kind !== 'read') return false;
        const { year, month, day } = wallClock(date.time, timeZone);
        return isWithinDays(year * 10000 + month * 100 + day, days);
      },
  ),
  unread: toggleFacet(
    say('$(circle-filled) Unread only'),
    say('unread'),
    ({ isUnread }) =>
      ({ path }) =>
        isUnread(path),
  ),
  problems: toggleFacet(say('$(warning) With problems only'), say('with problems'), ({ hasProblems }) => hasProblems),
};

/** A filter by the sources of articles. */
export function sourcesFacet(
  title: Message,
): Facet<readonly Named[], ArticleEntry, { readonly sources: Pick<SourceResolver, 'resolve'> }> {
  return {
    matches: (wanted, { sources }) => {
      const keys = new Set(wanted.map(({ key }) => key));
      return ({ source }) => keys.has(source === undefined ? '' : sources.resolve(source).key);
    },
    question: { kind: 'several', label: say('$(library) Source…'), title },
    describe: (wanted) => wanted.map(({ name }) => name),
  };
}

function hasWords(text: string, context: WordsContext): (entry: ArticleEntry) => boolean {
  const wanted = foldedWords(text);
  if (wanted.length === 0) return () => true;
  return (entry) => {
    const words = new ArticleWords(entry, context);
    return wanted.every((word) => words.has(word));
  };
}
