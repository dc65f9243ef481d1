import type { ProblemSummary } from '../../../core/problems/problemSummary';

/** In fewer articles nothing is buried. */
const fewestArticles = 20;

export type RuleAndArticles = readonly [rule: string, articles: number];

/** Rules that fire in more than half of all articles, the most frequent first. Hints are hidden unless somebody wants them. */
export function frequentRules(
  articles: number,
  summaries: Iterable<readonly [path: string, summary: ProblemSummary]>,
): readonly RuleAndArticles[] {
  if (articles < fewestArticles) return [];
  const counts = new Map<string, number>();
  for (const [, summary] of summaries) {
    for (const { rule, severity } of summary) {
      if (severity !== 'hint') counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count * 2 > articles).sort(([, a], [, b]) => b - a);
}
