/** A coefficient, or null where there is nothing, or too little, to compute it from. */
export type Coefficient = number | null;

/** Between two people. */
export interface PairAgreement {
  readonly creators: readonly [string, string];
  readonly items: number;
  readonly value: Coefficient;
}

/** One article alone shows nothing of how far people agree: chance would give any result. */
export const fewestArticles = 2;

/** A coefficient of so many articles. JSON knows no NaN. */
export function coefficient(value: number, articles: number): Coefficient {
  return Number.isFinite(value) && articles >= fewestArticles ? Math.round(value * 1e6) / 1e6 : null;
}
