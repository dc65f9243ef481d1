import type { LabelKind } from '../codebook/codebook';
import { type Coefficient, coefficient, type PairAgreement } from './coefficient';
import { cohenKappa } from './cohenKappa';
import type { ComparedArticle } from './comparedArticle';
import { fleissKappa } from './fleissKappa';
import { krippendorffAlpha } from './krippendorffAlpha';
import { wholeArticleValues } from './wholeArticleValues';

/** How far people give whole articles the same label. */
export interface ArticleAgreement {
  readonly label: string;
  readonly kind: LabelKind;
  /** Who gave it to any article. */
  readonly creators: readonly string[];
  readonly items: number;
  readonly alpha: { readonly nominal: Coefficient; readonly ordinal?: Coefficient; readonly interval?: Coefficient };
  /** Over articles that all of them rated. */
  readonly fleiss: Coefficient;
  /** `value` is Cohen's kappa, `alpha` Krippendorff's, ordinal for a scale. */
  readonly pairs: readonly (PairAgreement & { readonly alpha: Coefficient })[];
}

type Values = ReadonlyMap<string, string | number>;

/** How far people give whole articles the same label, a pair of people a step. */
export function* articleAgreement(
  shared: readonly ComparedArticle[],
  creators: readonly string[],
  pairs: readonly (readonly [string, string])[],
  label: string,
  kind: LabelKind,
): Generator<void, ArticleAgreement> {
  const rated = shared.map((article) => wholeArticleValues(article, label, kind));
  const rows = rated.map((values) => [...values.values()]).filter((row) => row.length > 1);
  const full = rated.filter((values) => values.size === creators.length);
  yield;
  const alpha = {
    nominal: coefficient(krippendorffAlpha(textsOf(rows), 'nominal'), rows.length),
    ...(kind === 'scale' && {
      ordinal: coefficient(krippendorffAlpha(numbersOf(rows), 'ordinal'), rows.length),
      interval: coefficient(krippendorffAlpha(numbersOf(rows), 'interval'), rows.length),
    }),
  };
  const fleiss = coefficient(fleissKappa(full.map((values) => [...values.values()].map(String))), full.length);
  const found: ArticleAgreement['pairs'][number][] = [];
  for (const pair of pairs) {
    yield;
    const both = bothOf(rated, pair);
    found.push({
      creators: pair,
      items: both.length,
      value: coefficient(cohenKappa(both.map(([one, other]) => [String(one), String(other)])), both.length),
      alpha: coefficient(
        kind === 'scale' ? krippendorffAlpha(numbersOf(both), 'ordinal') : krippendorffAlpha(textsOf(both), 'nominal'),
        both.length,
      ),
    });
  }
  return { label, kind, creators: whoGave(shared, creators, label), items: rows.length, alpha, fleiss, pairs: found };
}

function bothOf(
  rated: readonly Values[],
  [first, second]: readonly [string, string],
): readonly (readonly [string | number, string | number])[] {
  return rated.flatMap((values) => {
    const [one, other] = [values.get(first), values.get(second)];
    return one === undefined || other === undefined ? [] : [[one, other] as const];
  });
}

function whoGave(shared: readonly ComparedArticle[], creators: readonly string[], label: string): readonly string[] {
  const who = new Set(shared.flatMap(({ whole }) => (whole.get(label) ?? []).map(({ creator }) => creator)));
  return creators.filter((creator) => who.has(creator));
}

function textsOf(rows: readonly (readonly (string | number)[])[]): readonly (readonly string[])[] {
  return rows.map((row) => row.map(String));
}

function numbersOf(rows: readonly (readonly (string | number)[])[]): readonly (readonly number[])[] {
  return rows.map((row) => row.map(Number).filter((value) => !Number.isNaN(value)));
}
