import { type Figure, figures, type Measured } from './figures';

/** The figures as a table with a column for each size, each with a sign whether its bar is met. */
export function benchReport(
  results: readonly Measured[],
  shown: readonly Figure[] = figures,
): { readonly text: string; readonly areBarsMet: boolean } {
  let areBarsMet = true;
  const cell = (figure: Figure, at: number): string => {
    const own = results[at] ?? {};
    const value = figure.value(own, results[at - 1]);
    if (value === undefined) return '';
    const shown = `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)}${figure.unit && ` ${figure.unit}`}`;
    if (figure.bar === undefined || (own.articles ?? 0) < figure.bar.from) return `${shown}  `;
    const isMet = value <= figure.bar.most;
    areBarsMet &&= isMet;
    return `${shown} ${isMet ? '✓' : '✗'}`;
  };
  const rows = [
    ['articles', 'bar', ...results.map(({ articles }) => `${articles}  `)],
    ...shown.map((figure) => [
      figure.name,
      figure.bar === undefined ? '' : `≤ ${figure.bar.most} ${figure.unit}`,
      ...results.map((_, at) => cell(figure, at)),
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const lines = rows.map((row) =>
    row
      .map((text, column) => (column < 2 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return { text: `${lines.join('\n')}\n`, areBarsMet };
}
