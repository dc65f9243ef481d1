import { sourcesFacet } from '../archive/articleFilter';
import { ArticleWords, type WordsContext } from '../archive/articleWords';
import type { ArticleEntry } from '../article/articleEntry';
import { type Facets, matcher, type Named, toggleFacet, wordsFacet } from '../query/filter';
import { foldedWords, foldText } from '../text/foldText';
import { isSameList } from '../text/isSameList';
import { type Message, say } from '../text/message';
import type { Severity } from './problem';
import { gravity, noProblems, type ProblemSummary, type RuleCount } from './problemSummary';

/** What the Problems view is narrowed to; every part that is set must hold. */
export interface ProblemFilter {
  /** Words that the article or its path holds, whatever their order. */
  readonly text?: string;
  /** At least as grave as this. */
  readonly severity?: Severity;
  readonly rules?: readonly string[];
  /** Any of these sources. The empty key stands for articles without one. */
  readonly sources?: readonly Named[];
  /** Only what fix all would mend. */
  readonly fixable?: true;
}

type ArticleParts = Pick<ProblemFilter, 'text' | 'sources'>;
type RuleParts = Pick<ProblemFilter, 'severity' | 'rules' | 'fixable'>;

const articleFacets: Facets<ArticleParts, ArticleEntry, WordsContext> = {
  text: wordsFacet((words) => say('$(search) Articles with “{0}”', words), hasWords),
  sources: sourcesFacet(say('Show Problems of These Sources')),
};

const ruleFacets: Facets<RuleParts, RuleCount, unknown> = {
  severity: {
    matches: (least) => (found) => gravity[found.severity] >= gravity[least],
    question: { kind: 'one', label: say('$(warning) Severity…'), title: say('Show Problems of This Severity') },
    describe: severityMessage,
  },
  rules: {
    matches: (rules) => {
      const wanted = new Set(rules);
      return ({ rule }) => wanted.has(rule);
    },
    question: { kind: 'several', label: say('$(checklist) Rule…'), title: say('Show Problems of These Rules') },
    describe: (rules) => rules,
  },
  fixable: toggleFacet(
    say('$(wand) Safely fixable only'),
    say('safely fixable'),
    () =>
      ({ fixable }) =>
        fixable > 0,
  ),
};

export const problemFacets: Facets<ProblemFilter, never, never> = {
  text: articleFacets.text,
  severity: ruleFacets.severity,
  rules: ruleFacets.rules,
  sources: articleFacets.sources,
  fixable: ruleFacets.fixable,
};

/** What a filter by severity lets through. */
export function severityMessage(least: Severity): Message {
  const messages: Readonly<Record<Severity, Message>> = {
    error: say('errors only'),
    warning: say('errors and warnings'),
    information: say('all but hints'),
    hint: say('any'),
  };
  return messages[least];
}

/** What of an article's problems is shown. */
export type ShownProblems = (entry: ArticleEntry, summary: ProblemSummary) => ProblemSummary;

export function shownProblems({ text, sources, ...rules }: ProblemFilter, context: WordsContext): ShownProblems {
  const parts: ArticleParts = { ...(text !== undefined && { text }), ...(sources !== undefined && { sources }) };
  const isShown = matcher(articleFacets, parts, context);
  const isWanted = matcher(ruleFacets, rules, undefined);
  /** Of a rule only what can be fixed, where that is what is wanted. */
  const count = (found: RuleCount): RuleCount =>
    rules.fixable && found.fixable < found.count ? { ...found, count: found.fixable } : found;
  return (entry, summary) => {
    if (summary.length === 0 || !isShown(entry)) return noProblems;
    const shown = summary.filter(isWanted).map(count);
    if (shown.length === 0) return noProblems;
    // Most summaries are shared by many articles: what is shown whole takes no memory of its own.
    return isSameList(shown, summary) ? summary : shown;
  };
}

function hasWords(text: string, context: WordsContext): (entry: ArticleEntry) => boolean {
  const words = foldedWords(text);
  if (words.length === 0) return () => true;
  return (entry) => {
    const article = new ArticleWords(entry, context);
    const path = foldText(entry.path);
    return words.every((word) => path.includes(word) || article.has(word));
  };
}
