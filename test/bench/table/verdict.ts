import type { Bar, Figure, Measured } from './figure';
import { measuredValue, ratioOf } from './figure';
import { median } from './median';

/** `open` where there is a bar that does not count here, in a small archive. */
export type Verdict = 'met' | 'missed' | 'open' | 'none';

/** Whether a figure meets its bar. What should have been measured and was not misses it. */
export function verdictOf(figure: Figure, measured: Measured): Verdict {
  const { bar } = figure;
  if (bar === undefined) return 'none';
  if (bar.from !== undefined && (measured.articles ?? 0) < bar.from) return 'open';
  const value = bar.of === 'value' ? measuredValue(figure, measured) : ratioOf(figure, measured);
  return value !== undefined && isWithin(value, bar) ? 'met' : 'missed';
}

function isWithin(value: number, { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY }: Bar): boolean {
  return value <= most && value >= least;
}

/** How much more than before still counts as no slower: two runs of the same differ by as much. */
export const tolerance = 1.05;

/** What a figure is to that of another commit. */
export interface Comparison {
  readonly ratio: number;
  readonly verdict: Verdict;
}

/**
 * Compares round by round, since what else the machine did in a round slowed both, and takes the middle. Undefined where
 * one of the two has no such figure.
 */
export function compare(figure: Figure, own: readonly Measured[], other: readonly Measured[]): Comparison | undefined {
  const { better = 'less' } = figure;
  if (better === 'neither') return undefined;
  const ratios = own.flatMap((round, index) => {
    const ratio = quotient(measuredValue(figure, round), measuredValue(figure, other[index] ?? {}));
    return ratio === undefined ? [] : [ratio];
  });
  if (ratios.length === 0) return undefined;
  const ratio = median(ratios);
  const isNoWorse = better === 'less' ? ratio <= tolerance : ratio >= 1 / tolerance;
  return { ratio, verdict: isNoWorse ? 'met' : 'missed' };
}

function quotient(own: number | undefined, other: number | undefined): number | undefined {
  if (own === undefined || other === undefined) return undefined;
  return own === other ? 1 : own / other;
}
