import type { Fix } from '../text/fix';
import type { CheckedArticle } from './checkedArticle';
import type { FixKnowledge } from './knowledge';
import type { Finding, Level } from './problem';

/** A named check. Its id stays the same for ever: people write it into their archives. */
export interface Rule<Data = undefined> {
  readonly id: `${string}/${string}`;
  readonly level: Level;
  /** A few words for a row of a narrow list: what is found, no sentence. */
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** Markdown for the rules page: why it matters, an example, how to mend it. No heading. */
  readonly documentation: string;
  /** Never throws, whatever the article holds, and takes time linear in it. */
  check(article: CheckedArticle): Iterable<Finding<Data>>;
  /** What the fixes of a finding would use that the article does not know yet. */
  fixesWant?(finding: Finding<Data>, article: CheckedArticle): readonly (keyof FixKnowledge)[];
  /** The best first. Each removes the finding: the rule no longer fires there. */
  fixes?(finding: Finding<Data>, article: CheckedArticle): readonly Fix[];
}

/** A rule whose data only itself understands. */
export type AnyRule = Rule<unknown>;

/** Checks a rule's types, then forgets what its data is: findings go back only to the rule they came from. */
export function defineRule<Data>(rule: Rule<Data>): AnyRule {
  return rule as unknown as AnyRule;
}
