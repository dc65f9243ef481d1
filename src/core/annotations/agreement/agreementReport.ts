import { type Codebook, labelOf } from '../codebook/codebook';
import { type ArticleAgreement, articleAgreement } from './articleAgreement';
import type { Coefficient } from './coefficient';
import { type ComparedArticle, comparedArticle } from './comparedArticle';
import { type ContestedPlace, contestedPlaces } from './contestedPlaces';
import { disagreementsIn } from './disagreements';
import type { LabelledArticle } from './labelledArticle';
import { type PassageAgreement, passageAgreements } from './passageAgreements';

export interface AgreementReport {
  readonly creators: readonly string[];
  /** Articles that at least two of them annotated. */
  readonly articles: number;
  readonly passages: readonly PassageAgreement[];
  /** Of all labels of passages together. */
  readonly joint: Coefficient;
  readonly articleLabels: readonly ArticleAgreement[];
  /** The places that people see differently, article by article, in their order. */
  readonly disagreements: readonly ContestedPlace[];
}

/** How far people agree on the articles that several of them annotated. */
export function agreementReport(articles: readonly LabelledArticle[], codebook: Codebook): AgreementReport {
  const steps = agreementSteps(articles, codebook);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same step by step, so that whoever asks can do something else between two of them, or stop. */
export function* agreementSteps(
  articles: Iterable<LabelledArticle>,
  codebook: Codebook,
): Generator<void, AgreementReport> {
  const shared: ComparedArticle[] = [];
  for (const article of articles) {
    if (new Set(article.creators).size < 2) continue;
    shared.push(comparedArticle(article));
    yield;
  }
  const creators = [...new Set(shared.flatMap((article) => article.creators))].sort();
  const pairs = creators.flatMap((one, index) => creators.slice(index + 1).map((other) => [one, other] as const));
  const { passages, joint } = yield* passageAgreements(shared, creators, pairs);
  const articleLabels: ArticleAgreement[] = [];
  for (const label of [...new Set(shared.flatMap(({ whole }) => [...whole.keys()]))].sort()) {
    const kind = labelOf(codebook, label)?.kind ?? 'tag';
    articleLabels.push(yield* articleAgreement(shared, creators, pairs, label, kind));
  }
  const disagreements: ContestedPlace[] = [];
  for (const article of shared) {
    yield;
    disagreements.push(...contestedPlaces(disagreementsIn(article, codebook)));
  }
  return { creators, articles: shared.length, passages, joint, articleLabels, disagreements };
}
