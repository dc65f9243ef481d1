import type { TextRange } from '../../article/textRange';
import type { Codebook, LabelKind } from '../codebook/codebook';
import { labelOf } from '../codebook/codebook';
import { cohenKappa } from './cohenKappa';
import { fleissKappa } from './fleissKappa';
import { krippendorffAlpha } from './krippendorffAlpha';
import { joined, unitisingAlpha, unitisingDisagreement } from './unitisingAlpha';

/** A label that a person gave, to a passage or to an article as a whole. */
export interface GivenLabel {
  readonly creator: string;
  readonly label: string;
  readonly value?: string | number;
  /** Where, in code points of the article text as it is now; absent for the whole article. */
  readonly range?: TextRange;
}

/** An article with all labels that people gave to it. Somebody who annotated it without a label is named in `creators`. */
export interface LabelledArticle {
  readonly path: string;
  /** In code points. */
  readonly length: number;
  readonly creators: readonly string[];
  readonly labels: readonly GivenLabel[];
}

/** A coefficient, or null where there is nothing to compute it from. */
export type Coefficient = number | null;

export interface PairAgreement {
  readonly creators: readonly [string, string];
  readonly items: number;
  readonly value: Coefficient;
}

/** How far people mark the same passages with a label. */
export interface PassageAgreement {
  readonly label: string;
  readonly units: number;
  readonly alpha: Coefficient;
  readonly pairs: readonly PairAgreement[];
}

/** How far people give whole articles the same label. */
export interface ArticleAgreement {
  readonly label: string;
  readonly kind: LabelKind;
  readonly items: number;
  readonly alpha: { readonly nominal: Coefficient; readonly ordinal?: Coefficient; readonly interval?: Coefficient };
  /** Over articles that all of them rated. */
  readonly fleiss: Coefficient;
  /** Cohen's. */
  readonly pairs: readonly PairAgreement[];
}

/** Something that people see differently. */
export type Disagreement =
  | {
      readonly kind: 'article';
      readonly path: string;
      readonly label: string;
      readonly values: Readonly<Record<string, string | number>>;
    }
  | {
      readonly kind: 'passage';
      readonly path: string;
      readonly label: string;
      readonly start: number;
      readonly end: number;
      readonly by: string;
      /** Who marked nothing there with this label. */
      readonly not: readonly string[];
    };

export interface AgreementReport {
  readonly creators: readonly string[];
  /** Articles that at least two of them annotated. */
  readonly articles: number;
  readonly passages: readonly PassageAgreement[];
  /** Of all labels of passages together. */
  readonly joint: Coefficient;
  readonly articleLabels: readonly ArticleAgreement[];
  readonly disagreements: readonly Disagreement[];
}

/** How far people agree on the articles that several of them annotated. */
export function agreementReport(articles: readonly LabelledArticle[], codebook: Codebook): AgreementReport {
  const shared = articles.filter(({ creators }) => new Set(creators).size > 1);
  const creators = [...new Set(shared.flatMap((article) => article.creators))].sort();
  const passageLabels = labelsIn(shared, true);
  const articleLabels = labelsIn(shared, false);
  const common = ofAll(shared, creators);
  return {
    creators,
    articles: shared.length,
    passages: passageLabels.map((label) => passageAgreement(shared, common, creators, label)),
    joint: number(unitisingAlpha(passageLabels.map((label) => disagreementOn(common, creators, label)))),
    articleLabels: articleLabels.map((label) =>
      articleAgreement(shared, creators, label, labelOf(codebook, label)?.kind ?? 'tag'),
    ),
    disagreements: [
      ...articleLabels.flatMap((label) =>
        shared.flatMap((article) => articleDisagreement(article, label, labelOf(codebook, label)?.kind ?? 'tag')),
      ),
      ...passageLabels.flatMap((label) => shared.flatMap((article) => passageDisagreements(article, label))),
    ],
  };
}

/** The labels that at least one person gave, to passages or to articles. */
function labelsIn(articles: readonly LabelledArticle[], toPassages: boolean): readonly string[] {
  const labels = articles.flatMap((article) =>
    article.labels.filter(({ range }) => (range !== undefined) === toPassages),
  );
  return [...new Set(labels.map(({ label }) => label))].sort();
}

function ofAll(articles: readonly LabelledArticle[], creators: readonly string[]): readonly LabelledArticle[] {
  return articles.filter((article) => creators.every((creator) => article.creators.includes(creator)));
}

function passageAgreement(
  shared: readonly LabelledArticle[],
  common: readonly LabelledArticle[],
  creators: readonly string[],
  label: string,
): PassageAgreement {
  const units = shared.reduce(
    (sum, { labels }) => sum + labels.filter((own) => own.label === label && own.range).length,
    0,
  );
  return {
    label,
    units,
    alpha: number(unitisingAlpha([disagreementOn(common, creators, label)])),
    pairs: pairsOf(creators).map((pair) => {
      const own = ofAll(shared, pair);
      return { creators: pair, items: own.length, value: number(unitisingAlpha([disagreementOn(own, pair, label)])) };
    }),
  };
}

/** Over all articles laid end to end. */
function disagreementOn(articles: readonly LabelledArticle[], creators: readonly string[], label: string) {
  let start = 0;
  const marked = creators.map((): TextRange[] => []);
  for (const article of articles) {
    for (const [index, creator] of creators.entries()) {
      for (const range of rangesOf(article, creator, label))
        marked[index]?.push({ start: start + range.start, end: start + range.end });
    }
    start += article.length;
  }
  return unitisingDisagreement(marked, start);
}

function rangesOf({ labels }: LabelledArticle, creator: string, label: string): readonly TextRange[] {
  return joined(
    labels.flatMap((own) => (own.creator === creator && own.label === label && own.range ? [own.range] : [])),
  );
}

function articleAgreement(
  shared: readonly LabelledArticle[],
  creators: readonly string[],
  label: string,
  kind: LabelKind,
): ArticleAgreement {
  const rated = shared.map((article) => valuesOf(article, label, kind));
  const rows = rated.map((values) => [...values.values()]).filter((row) => row.length > 1);
  const texts = rows.map((row) => row.map(String));
  const full = rated
    .filter((values) => values.size === creators.length)
    .map((values) => [...values.values()].map(String));
  return {
    label,
    kind,
    items: rows.length,
    alpha: {
      nominal: number(krippendorffAlpha(texts, 'nominal')),
      ...(kind === 'scale'
        ? {
            ordinal: number(krippendorffAlpha(numbersOf(rows), 'ordinal')),
            interval: number(krippendorffAlpha(numbersOf(rows), 'interval')),
          }
        : {}),
    },
    fleiss: number(fleissKappa(full)),
    pairs: pairsOf(creators).map((pair) => {
      const pairs = rated.flatMap((values) => {
        const [one, other] = [values.get(pair[0]), values.get(pair[1])];
        return one === undefined || other === undefined ? [] : [[String(one), String(other)] as const];
      });
      return { creators: pair, items: pairs.length, value: number(cohenKappa(pairs)) };
    }),
  };
}

/** What each person said of an article: of a tag whether, of any other kind the value, if they gave one. */
function valuesOf(
  { creators, labels }: LabelledArticle,
  label: string,
  kind: LabelKind,
): ReadonlyMap<string, string | number> {
  const values = new Map<string, string | number>(kind === 'tag' ? creators.map((creator) => [creator, 'no']) : []);
  for (const own of labels) {
    if (own.label !== label || own.range !== undefined) continue;
    if (kind === 'tag') values.set(own.creator, 'yes');
    else if (own.value !== undefined) values.set(own.creator, own.value);
  }
  return values;
}

function articleDisagreement(article: LabelledArticle, label: string, kind: LabelKind): readonly Disagreement[] {
  const values = valuesOf(article, label, kind);
  if (new Set([...values.values()].map(String)).size < 2) return [];
  return [{ kind: 'article', path: article.path, label, values: Object.fromEntries(values) }];
}

function passageDisagreements(article: LabelledArticle, label: string): readonly Disagreement[] {
  const people = [...new Set(article.creators)].sort();
  return people.flatMap((by) =>
    rangesOf(article, by, label).flatMap(({ start, end }) => {
      const not = people.filter(
        (other) =>
          other !== by && !rangesOf(article, other, label).some((range) => range.start < end && range.end > start),
      );
      return not.length === 0 ? [] : [{ kind: 'passage' as const, path: article.path, label, start, end, by, not }];
    }),
  );
}

function pairsOf(creators: readonly string[]): readonly (readonly [string, string])[] {
  return creators.flatMap((one, index) => creators.slice(index + 1).map((other) => [one, other] as const));
}

function numbersOf(rows: readonly (readonly (string | number)[])[]): readonly (readonly number[])[] {
  return rows.map((row) => row.map(Number).filter((value) => !Number.isNaN(value)));
}

/** JSON knows no NaN. */
function number(value: number): Coefficient {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
}
