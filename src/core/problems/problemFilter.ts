import { ArticleWords, type WordsContext } from '../archive/articleWords';
import type { ArticleEntry } from '../article/articleEntry';
import { foldedWords, foldText } from '../text/foldText';
import type { Severity } from './problem';
import { gravity, noProblems, type ProblemSummary, type RuleCount } from './problemSummary';

/** What the Problems view is narrowed to; every part that is set must hold. */
export interface ProblemFilter {
  /** Words that the article or its path holds, whatever their order. */
  readonly text?: string;
  /** At least as grave as this. */
  readonly severity?: Severity;
  /** Only what fix all would mend. */
  readonly fixable?: true;
  readonly rules?: readonly string[];
  /** Any of these sources. The empty key stands for articles without one. */
  readonly sources?: readonly { readonly key: string; readonly name: string }[];
}

export function isEmptyProblemFilter(filter: ProblemFilter): boolean {
  return Object.keys(filter).length === 0;
}

/** The same filter with one part set, or taken out where the value is undefined. */
export function withProblemPart<K extends keyof ProblemFilter>(
  filter: ProblemFilter,
  part: K,
  value: ProblemFilter[K] | undefined,
): ProblemFilter {
  const { [part]: _, ...rest } = filter;
  return value === undefined ? rest : { ...rest, [part]: value };
}

/** What of an article's problems is shown. */
export type ShownProblems = (entry: ArticleEntry, summary: ProblemSummary) => ProblemSummary;

export function shownProblems(
  filter: ProblemFilter,
  sourceKey: (entry: ArticleEntry) => string,
  context: WordsContext,
): ShownProblems {
  const isShown = articleTest(filter, sourceKey, context);
  const count = ruleTest(filter);
  return (entry, summary) => {
    if (summary.length === 0 || !isShown(entry)) return noProblems;
    const shown = summary.map(count).filter((found) => found !== undefined);
    if (shown.length === 0) return noProblems;
    // Most summaries are shared by many articles: what is shown whole takes no memory of its own.
    return shown.length === summary.length && shown.every((found, at) => found === summary[at]) ? summary : shown;
  };
}

function articleTest(
  { text, sources }: ProblemFilter,
  sourceKey: (entry: ArticleEntry) => string,
  context: WordsContext,
): (entry: ArticleEntry) => boolean {
  const words = foldedWords(text ?? '');
  const wanted = sources && new Set(sources.map(({ key }) => key));
  return (entry) => {
    if (wanted?.has(sourceKey(entry)) === false) return false;
    if (words.length === 0) return true;
    const article = new ArticleWords(entry, context);
    const path = foldText(entry.path);
    return words.every((word) => path.includes(word) || article.has(word));
  };
}

function ruleTest({
  severity,
  fixable: onlyFixable,
  rules,
}: ProblemFilter): (found: RuleCount) => RuleCount | undefined {
  const least = gravity[severity ?? 'hint'];
  const wanted = rules && new Set(rules);
  return (found) => {
    if (gravity[found.severity] < least || wanted?.has(found.rule) === false) return undefined;
    if (!onlyFixable || found.fixable === found.count) return found;
    return found.fixable > 0 ? { ...found, count: found.fixable } : undefined;
  };
}
