import assert from 'node:assert/strict';
import type { Problem } from '../../../src/core/problems/problem';
import { allRules } from '../../../src/core/problems/rules/allRules';
import { inEnglish } from '../../../src/core/text/message';
import { applyEdits } from '../../../src/core/text/textEdit';
import { type ArticleFile, fixtureArticles, realArticles } from '../../support/articleTexts';
import { articleOf, checkText } from '../../support/checkText';

/** As many problems as a rule tells of one article: beyond that, counting says nothing. */
const most = 200;
const rules = new Map(allRules.map((rule) => [rule.id as string, rule]));
/** What is off by default is tried as well. */
const settings = {
  levels: Object.fromEntries(allRules.filter(({ level }) => level === 'off').map(({ id }) => [id, 'hint' as const])),
};

describe('every problem and every fix', () => {
  const fixtures = fixtureArticles();
  const real = realArticles();

  for (const [name, articles] of [
    ['our own articles', fixtures],
    ['our own articles with CRLF', fixtures.map(({ path, text }) => ({ path, text: withCrlf(text) }))],
    ['real articles', real],
    ['real articles with CRLF', real.map(({ path, text }) => ({ path, text: withCrlf(text) }))],
  ] as const) {
    it(`keeps its word in ${name}`, () => {
      if (articles.length === 0) {
        // Real articles are other people's: they are where somebody keeps them.
        process.stdout.write('      no real articles are here: only our own are tried\n');
        return;
      }
      const broken = articles.flatMap((article) => faultsOf(article));
      assert.deepEqual([...new Set(broken)].slice(0, 20), []);
    });
  }
});

/** What is wrong with the problems and fixes of one article. */
function faultsOf({ path, text }: ArticleFile): readonly string[] {
  const article = articleOf(text, { path, settings });
  const before = checkText(text, { path, settings });
  return before.flatMap((problem) => {
    const name = `${path}: ${problem.rule} at ${problem.range.start}`;
    const faults: string[] = [];
    const { start, end } = problem.range;
    if (!(start >= 0 && start <= end && end <= text.length)) {
      faults.push(`${name}: its range ${start}-${end} is not in the text`);
    }
    if (/\{\d\}|undefined|NaN/.test(inEnglish(problem.message))) faults.push(`${name}: ${inEnglish(problem.message)}`);
    const fixes = rules.get(problem.rule)?.fixes?.(problem, article) ?? [];
    for (const fix of fixes) {
      const title = inEnglish(fix.title);
      for (const { range } of fix.edits) {
        if (!(range.start >= 0 && range.start <= range.end && range.end <= text.length)) {
          faults.push(`${name}: “${title}” edits outside of the text`);
        }
      }
      const fixed = applyEdits(text, fix.edits);
      if (fixed === text) faults.push(`${name}: “${title}” changes nothing`);
      faults.push(...afterFix(before, checkText(fixed, { path, settings }), problem.rule, `${name}: “${title}”`));
    }
    return faults;
  });
}

function afterFix(
  before: readonly Problem[],
  after: readonly Problem[],
  rule: string,
  name: string,
): readonly string[] {
  const faults: string[] = [];
  const countBefore = countOf(before, rule);
  if (countBefore < most && countOf(after, rule) >= countBefore) faults.push(`${name}: it still fires`);
  const errors = new Set(after.filter(({ severity }) => severity === 'error').map((problem) => problem.rule));
  for (const error of errors) {
    if (countOf(after, error) > countOf(before, error)) faults.push(`${name}: makes ${error}`);
  }
  return faults;
}

function countOf(problems: readonly Problem[], rule: string): number {
  return problems.filter((problem) => problem.rule === rule).length;
}

function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n');
}
