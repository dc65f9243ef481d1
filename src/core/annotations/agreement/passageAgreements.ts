import { type Coefficient, coefficient, type PairAgreement } from './coefficient';
import type { ComparedArticle } from './comparedArticle';
import { Continuum } from './continuum';
import { unitisingAlpha } from './unitisingAlpha';

/** How far people mark the same passages with a label. */
export interface PassageAgreement {
  readonly label: string;
  /** Who marked anything with it. */
  readonly creators: readonly string[];
  readonly units: number;
  /** How many articles all people annotated: `alpha` is of these. */
  readonly articles: number;
  readonly alpha: Coefficient;
  readonly pairs: readonly PairAgreement[];
}

/** How far people mark the same passages, label by label and all labels together; a label and pair of people a step. */
export function* passageAgreements(
  shared: readonly ComparedArticle[],
  creators: readonly string[],
  pairs: readonly (readonly [string, string])[],
): Generator<void, { readonly passages: readonly PassageAgreement[]; readonly joint: Coefficient }> {
  const marked = byLabel(shared);
  const all = new Continuum(shared, creators);
  const ofPairs = new Map<string, PairAgreement[]>(marked.map(([label]) => [label, []]));
  // A pair's articles laid end to end take room: one pair at a time.
  for (const pair of pairs) {
    const own = new Continuum(shared, pair);
    for (const [label, articles] of marked) {
      yield;
      const value = coefficient(unitisingAlpha([own.disagreementOn(label, articles)]), own.articles);
      ofPairs.get(label)?.push({ creators: pair, items: own.articles, value });
    }
  }
  const disagreements = [];
  const passages: PassageAgreement[] = [];
  for (const [label, articles] of marked) {
    yield;
    const disagreement = all.disagreementOn(label, articles);
    disagreements.push(disagreement);
    const who = new Set(articles.flatMap((article) => [...(article.passages.get(label)?.keys() ?? [])]));
    passages.push({
      label,
      creators: creators.filter((creator) => who.has(creator)),
      units: articles.reduce((sum, { units }) => sum + (units.get(label) ?? 0), 0),
      articles: all.articles,
      alpha: coefficient(unitisingAlpha([disagreement]), all.articles),
      pairs: ofPairs.get(label) ?? [],
    });
  }
  return { passages, joint: coefficient(unitisingAlpha(disagreements), all.articles) };
}

/** The labels of passages in order, each with the articles it stands in. */
function byLabel(shared: readonly ComparedArticle[]): readonly (readonly [string, readonly ComparedArticle[]])[] {
  const articles = new Map<string, ComparedArticle[]>();
  for (const article of shared) {
    for (const label of article.passages.keys()) {
      const known = articles.get(label);
      if (known === undefined) articles.set(label, [article]);
      else known.push(article);
    }
  }
  return [...articles].sort(([one], [other]) => (one < other ? -1 : 1));
}
