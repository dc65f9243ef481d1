import type { Fix } from '../text/fix';
import type { CheckedArticle } from './checkedArticle';
import type { FixKnowledge } from './knowledge';
import type { Problem } from './problem';
import { allRules } from './rules/allRules';

const byId = new Map(allRules.map((rule) => [rule.id as string, rule]));

/** What would mend a problem of an article, the best first. */
export function fixesOf(problem: Problem, article: CheckedArticle): readonly Fix[] {
  return byId.get(problem.rule)?.fixes?.(problem, article) ?? [];
}

/** What is worth finding out before the fixes of a problem are offered. */
export function wantedForFixes(problem: Problem, article: CheckedArticle): readonly (keyof FixKnowledge)[] {
  return byId.get(problem.rule)?.fixesWant?.(problem, article) ?? [];
}
