/** A coefficient, or null where there is nothing to compute it from. */
export type Coefficient = number | null;

/** JSON knows no NaN. */
export function coefficient(value: number): Coefficient {
  return Number.isFinite(value) ? Math.round(value * 1e6) / 1e6 : null;
}
