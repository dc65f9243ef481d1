import type { CheckedArticle } from './checkedArticle';
import type { Fix } from './fix';
import type { Problem } from './problem';
import { allRules } from './rules/allRules';

const byId = new Map(allRules.map((rule) => [rule.id as string, rule]));

/** What would mend a problem of an article, the best first. */
export function fixesOf(problem: Problem, article: CheckedArticle): readonly Fix[] {
  return problem.fixable ? (byId.get(problem.rule)?.fixes?.(problem, article) ?? []) : [];
}
