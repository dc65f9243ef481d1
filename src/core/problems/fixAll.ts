import type { Fix, NewFile } from '../text/fix';
import { placesBefore } from '../text/placesBefore';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { checkArticle } from './checkArticle';
import type { CheckedArticle } from './checkedArticle';
import type { AnyRule } from './rule';
import type { RuleLevels } from './ruleLevels';

/** More rounds than fixes can build on each other; those that undo one another must end. */
const mostRounds = 20;

/** Which problems are to be fixed; all without it. */
export interface FixSelection {
  readonly rules?: readonly string[];
  /** Hints stay, also those of the rules. */
  readonly withoutHints?: true;
}

/** A text with everything mended that can be without guessing. */
export interface FixedText {
  readonly text: string;
  /** How many fixes were done. */
  readonly fixed: number;
  /** The rules that were fixed, by name. */
  readonly rules: readonly string[];
  /** Where in the text before which rule has changed something. */
  readonly places: readonly FixedPlace[];
  /** Files that the text now points to and that have to be written first. */
  readonly files: readonly NewFile[];
}

export interface FixedPlace {
  readonly rule: string;
  readonly range: TextRange;
}

/** Does all fixes that do not guess, and those that they make possible. */
export function fixAll(
  start: CheckedArticle,
  rules: readonly AnyRule[],
  levels: RuleLevels,
  { withoutHints }: Pick<FixSelection, 'withoutHints'> = {},
): FixedText {
  const byId = new Map(rules.map((rule) => [rule.id as string, rule]));
  const seen = new Set([start.text]);
  const files: NewFile[] = [];
  const places: FixedPlace[] = [];
  const rounds: (readonly TextEdit[])[] = [];
  const fixedRules = new Set<string>();
  let article = start;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round++) {
    const fixes = fixesOfRound(article, byId, rules, levels, withoutHints);
    if (fixes.length === 0) break;
    const edits = fixes.flatMap(({ fix }) => fix.edits);
    const text = applyEdits(article.text, edits);
    if (seen.has(text)) break;
    seen.add(text);
    fixed += fixes.length;
    files.push(...fixes.flatMap(({ fix }) => fix.files ?? []));
    const made = fixes.flatMap(({ rule, fix }) => fix.edits.map(({ range }) => ({ rule, range })));
    let ranges: readonly TextRange[] = made.map(({ range }) => range);
    for (const before of rounds.toReversed()) ranges = placesBefore(ranges, before);
    places.push(...made.map(({ rule, range }, at) => ({ rule, range: ranges[at] ?? range })));
    rounds.push(edits);
    for (const { rule } of fixes) fixedRules.add(rule);
    article = article.withText(text);
  }
  return { text: article.text, fixed, rules: [...fixedRules].sort(), places, files };
}

/** The fixes that can be done at once: none touches what another one edits. */
function fixesOfRound(
  article: CheckedArticle,
  byId: ReadonlyMap<string, AnyRule>,
  rules: readonly AnyRule[],
  levels: RuleLevels,
  withoutHints: true | undefined,
): readonly { readonly rule: string; readonly fix: Fix }[] {
  const taken: TextRange[] = [];
  const fixes: { readonly rule: string; readonly fix: Fix }[] = [];
  // What is wrong with the front matter as a whole may look like many things that are wrong in it.
  const isBroken = article.frontMatter.fault !== undefined && article.frontMatter.fault !== 'missing';
  for (const problem of checkArticle(article, rules, levels)) {
    if (!problem.safelyFixable || (withoutHints && problem.severity === 'hint')) continue;
    const fix = byId
      .get(problem.rule)
      ?.fixes?.(problem, article)
      .find(({ isGuess }) => isGuess !== true);
    if (fix === undefined || fix.edits.some((edit) => taken.some((range) => touches(range, edit)))) continue;
    if (isBroken && fixes.length > 0) continue;
    fixes.push({ rule: problem.rule, fix });
    taken.push(...fix.edits.map(({ range }) => range));
  }
  return fixes;
}

function touches(range: TextRange, edit: TextEdit): boolean {
  return range.start <= edit.range.end && edit.range.start <= range.end;
}
