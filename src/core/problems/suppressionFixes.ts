import { brokenBecause } from '../images/remote/brokenBecause';
import type { Fix } from '../text/fix';
import { say } from '../text/message';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { CheckedArticle } from './checkedArticle';
import { disableInFrontMatter } from './disableInFrontMatter';
import { disableNextLine } from './disableNextLine';
import type { Problem } from './problem';

/**
 * Edits that keep a rule from firing in one line, by a comment above it, or in the whole article, by its front matter.
 * Each is left out where it would change what the article says or do nothing.
 */
export function suppressionFixes(
  problem: Pick<Problem, 'rule' | 'range'> & Partial<Pick<Problem, 'data'>>,
  article: CheckedArticle,
): readonly Fix[] {
  const { rule, range, data } = problem;
  const fixes: Fix[] = [];
  const reason = brokenBecause(data);
  const line = disableNextLine(rule, range.start, article, reason);
  if (line !== undefined && isHarmless(article, line)) {
    const title =
      reason === undefined
        ? say('Ignore {0} in this line', rule)
        : say('Mark the image as known to be broken: {0}', reason);
    fixes.push({ title, edits: [line] });
  }
  const file = disableInFrontMatter(rule, article);
  if (file !== undefined && isHarmless(article, file) && after(article, file).disabledRules.has(rule)) {
    fixes.push({ title: say('Ignore {0} in this article', rule), edits: [file] });
  }
  return fixes;
}

/** Whether the article still says all that it said. */
function isHarmless(article: CheckedArticle, edit: TextEdit): boolean {
  const changed = after(article, edit);
  const { data, fault } = article.frontMatter;
  return (
    changed.frontMatter.fault === fault &&
    Object.keys(data).every(
      (key) => key.startsWith('marginalia-') || isSame(data[key], changed.frontMatter.data[key]),
    ) &&
    changed.body.kind === article.body.kind &&
    changed.body.characters === article.body.characters &&
    changed.body.images.length === article.body.images.length &&
    changed.body.links.length === article.body.links.length
  );
}

function after(article: CheckedArticle, edit: TextEdit): CheckedArticle {
  return article.withText(applyEdits(article.text, [edit]));
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one, asText) === JSON.stringify(other, asText);
}

/** JSON has no large whole numbers. */
function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
