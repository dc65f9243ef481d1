import { foldName } from '../article/sourceNames';
import type { CheckedArticle } from './checkedArticle';
import type { Problem, Severity } from './problem';
import type { AnyRule } from './rule';
import type { RuleLevels } from './ruleLevels';

/** VS Code marks no more than this many in a file; beyond it nobody reads them one by one. */
const mostProblemsOfRule = 200;

/** All problems of an article, in the order of their places. */
export function checkArticle(
  article: CheckedArticle,
  rules: readonly AnyRule[],
  levels: RuleLevels,
): readonly Problem[] {
  const problems: Problem[] = [];
  const source = article.knowledge.canonicalSource?.key ?? foldName(article.entry.source?.text ?? '');
  for (const rule of rules) {
    const level = levels.levelOf(rule, article.path, source);
    if (level !== 'off' && !article.disabledRules.has(rule.id)) problems.push(...problemsOf(rule, level, article));
  }
  return problems.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end || compare(a.rule, b.rule));
}

function problemsOf(rule: AnyRule, severity: Severity, article: CheckedArticle): readonly Problem[] {
  const problems: Problem[] = [];
  for (const finding of rule.check(article)) {
    if (article.isSuppressed(rule.id, finding.range)) continue;
    const fixes = rule.fixes?.(finding, article) ?? [];
    problems.push({
      ...finding,
      rule: rule.id,
      severity,
      fixable: fixes.length > 0,
      safelyFixable: fixes.some(({ isGuess }) => isGuess !== true),
    });
    if (problems.length >= mostProblemsOfRule) break;
  }
  return problems;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
