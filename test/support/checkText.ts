import { type Body, readBody } from '../../src/core/article/body/readBody';
import { checkArticle } from '../../src/core/problems/checkArticle';
import { CheckedArticle } from '../../src/core/problems/checkedArticle';
import { type CheckSettings, defaultCheckSettings } from '../../src/core/problems/checkSettings';
import type { ArticleKnowledge } from '../../src/core/problems/knowledge';
import type { Problem } from '../../src/core/problems/problem';
import type { AnyRule } from '../../src/core/problems/rule';
import { RuleLevels } from '../../src/core/problems/ruleLevels';
import { allRules } from '../../src/core/problems/rules/allRules';
import type { Fix } from '../../src/core/text/fix';
import { inEnglish } from '../../src/core/text/message';
import { applyEdits } from '../../src/core/text/textEdit';
import { rules as readingRules } from './builders';

export interface CheckOptions {
  readonly path?: string;
  readonly settings?: Partial<CheckSettings>;
  readonly knowledge?: ArticleKnowledge;
  /** Only this rule, whatever its level; it need not be among `allRules`. */
  readonly rule?: AnyRule;
  readonly mode?: 'fast' | 'exact';
}

/** The problems of one article. */
export function checkText(text: string, options: CheckOptions = {}): readonly Problem[] {
  return check(options, articleOf(text, options));
}

/** What rules see of an article. */
export function articleOf(text: string, options: CheckOptions = {}): CheckedArticle {
  const { path = 'news/article.md', settings = {}, knowledge = {}, mode = 'fast' } = options;
  return new CheckedArticle(
    { path, text },
    { ...defaultCheckSettings, reading: readingRules(), ...settings },
    knowledge,
    (body, start): Body => readBody(body, start, mode),
  );
}

/** Each problem as the text it is about, for tests that care for places. */
export function placesOf(text: string, options: CheckOptions = {}): readonly string[] {
  return checkText(text, options).map(({ range }) => text.slice(range.start, range.end));
}

/** All fixes that a rule has for its problems, the problems in their order. */
export function fixesOf(text: string, options: CheckOptions & { readonly rule: AnyRule }): readonly (readonly Fix[])[] {
  const article = articleOf(text, options);
  return check(options, article).map((problem) => options.rule.fixes?.(problem, article) ?? []);
}

/** One fix of a problem: what it is called, and the text after it. */
export interface FixedText {
  readonly title: string;
  readonly text: string;
  readonly fix: Fix;
}

/** A fix of one problem done. Throws where there is none. */
export function fixOf(
  text: string,
  options: CheckOptions & { readonly rule: AnyRule; readonly problem?: number; readonly fix?: number },
): FixedText {
  const fix = fixesOf(text, options)[options.problem ?? 0]?.[options.fix ?? 0];
  if (fix === undefined) throw new Error(`${options.rule.id} has no such fix here`);
  return { title: inEnglish(fix.title), text: applyEdits(text, fix.edits), fix };
}

function check({ settings, rule }: CheckOptions, article: CheckedArticle): readonly Problem[] {
  if (rule === undefined) return checkArticle(article, allRules, new RuleLevels(allRules, article.settings));
  const level = rule.level === 'off' ? 'hint' : rule.level;
  const levels = { [rule.id]: level, ...settings?.levels };
  return checkArticle(article, [rule], new RuleLevels([rule], { ...article.settings, levels }));
}
