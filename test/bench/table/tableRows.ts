import { type Figure, type Measured, measuredValue, ratioOf } from './figure';
import { median } from './median';
import { type Comparison, compare, type Verdict, verdictOf } from './verdict';

/** What became of one part of the bench for one commit: its rounds, or why there are none. */
export type Outcome = { readonly rounds: readonly Measured[] } | { readonly failure: string };

export interface PartResult {
  readonly part: string;
  readonly figures: readonly Figure[];
  readonly own: Outcome;
  /** Of the commit it is held against. */
  readonly other?: Outcome;
}

/** One row, as it is printed and kept as JSON. */
export interface Row {
  readonly part: string;
  readonly figure: Pick<Figure, 'name' | 'unit' | 'reference' | 'bar'>;
  readonly value?: number;
  readonly ratio?: number;
  readonly verdict: Verdict;
  readonly other?: number;
  readonly comparison?: Comparison;
  /** Why there is no figure. */
  readonly failure?: string;
  /** Why the other commit has none. */
  readonly otherFailure?: string;
}

/** The rows of a part: all its figures, or one with the reason where it could not be measured. */
export function rowsOf({ part, figures, own, other }: PartResult): readonly Row[] {
  if ('failure' in own) {
    return [{ part, figure: { name: 'not measured', unit: '' }, verdict: 'missed', failure: own.failure }];
  }
  const middle = medians(own.rounds);
  const otherRounds = other !== undefined && 'rounds' in other ? other.rounds : [];
  const otherMiddle = medians(otherRounds);
  return figures.flatMap((figure, index): readonly Row[] => {
    const value = measuredValue(figure, middle);
    // What this size or machine has no figure for is left out, unless a bar asks for it.
    if (value === undefined && verdictOf(figure, middle) !== 'missed') return [];
    const ratio = ratioOf(figure, middle);
    const otherValue = measuredValue(figure, otherMiddle);
    const comparison = compare(figure, own.rounds, otherRounds);
    return [
      {
        part,
        figure,
        ...(value === undefined ? { failure: 'not measured' } : { value }),
        ...(ratio === undefined ? {} : { ratio }),
        verdict: verdictOf(figure, middle),
        ...(otherValue === undefined ? {} : { other: otherValue }),
        ...(comparison === undefined ? {} : { comparison }),
        ...(index === 0 && other !== undefined && 'failure' in other ? { otherFailure: other.failure } : {}),
      },
    ];
  });
}

/** Whether no bar is missed, nothing failed and nothing is slower than in the other commit. */
export function isAllWell(rows: readonly Row[]): boolean {
  return rows.every(({ verdict, comparison }) => verdict !== 'missed' && comparison?.verdict !== 'missed');
}

function medians(rounds: readonly Measured[]): Measured {
  const keys = new Set(rounds.flatMap((round) => Object.keys(round)));
  return Object.fromEntries(
    [...keys].map((key) => [key, median(rounds.flatMap((round) => (round[key] === undefined ? [] : [round[key]])))]),
  );
}
