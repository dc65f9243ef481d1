/** Before figures in what is printed, for whoever measures rather than reads. */
export const anchorFiguresMark = '@@anchor-figures@@';

/** Prints figures for the table of the bench, which asks for them; else they would be in the way of a reader. */
export function printFigures(kind: 'quality' | 'speed', figures: Readonly<Record<string, number>>): void {
  if (process.env.MARGINALIA_BENCH_FIGURES) console.log(anchorFiguresMark + JSON.stringify({ kind, figures }));
}
