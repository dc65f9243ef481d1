import { readBodyFast } from '../article/body/readBodyFast';
import type { LocalFiles } from '../host/localFiles';
import { localPaths } from '../images/articleImages';
import { checkArticle } from './checkArticle';
import { type BodyReader, CheckedArticle } from './checkedArticle';
import type { CheckSettings } from './checkSettings';
import { type FixedText, type FixSelection, fixAll } from './fixAll';
import type { ArticleKnowledge } from './knowledge';
import type { Problem } from './problem';
import type { AnyRule } from './rule';
import { RuleLevels } from './ruleLevels';
import { allRules } from './rules/allRules';

/** No check cares for more than whether there is any text, and what stands before it. */
const enoughCharacters = 1000;

const readFast: BodyReader = (text, start) => readBodyFast(text, start, enoughCharacters).body;

/** Checks articles by one archive's settings. Made once for many of them. */
export class ArticleChecks {
  readonly #settings: CheckSettings;
  readonly #rules: readonly AnyRule[];
  readonly #levels: RuleLevels;

  constructor(settings: CheckSettings, rules: readonly AnyRule[] = allRules) {
    this.#settings = settings;
    this.#rules = rules;
    this.#levels = new RuleLevels(rules, settings);
  }

  /** Prepares an article; `readBody` reads the body fast where nothing else is asked for. */
  article(path: string, text: string, knowledge: ArticleKnowledge, readBody: BodyReader = readFast): CheckedArticle {
    return new CheckedArticle({ path, text }, this.#settings, knowledge, readBody);
  }

  problems(article: CheckedArticle): readonly Problem[] {
    return checkArticle(article, this.#rules, this.#levels);
  }

  /** Does all fixes that do not guess. */
  fix(article: CheckedArticle, { rules: only, ...selection }: FixSelection = {}): FixedText {
    const rules = only === undefined ? this.#rules : this.#rules.filter(({ id }) => only.includes(id));
    return fixAll(article, rules, this.#levels, selection);
  }
}

/** Lets articles know which files there are, with one look for all of them. Says which paths each of them named. */
export async function lookUpFiles(
  articles: readonly CheckedArticle[],
  files: LocalFiles | undefined,
): Promise<readonly (readonly string[])[]> {
  const named = articles.map((article) => localPaths(article));
  const wanted = new Set(named.flat());
  if (files === undefined || wanted.size === 0) return named;
  const found = await files.lookUp([...wanted]);
  for (const article of articles) article.learnFiles(found);
  return named;
}
