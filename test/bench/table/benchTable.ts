import type { Figure } from './figure';
import type { Row } from './tableRows';
import { tolerance, type Verdict } from './verdict';

const marks: Readonly<Record<Verdict, string>> = { met: '✓', missed: '✗', open: '·', none: '' };

/** The rows as one table; `against` is the name of the commit they are held against. */
export function benchTable(rows: readonly Row[], against?: string): string {
  const head = ['', '', 'measured', 'to reference', 'bar', ''];
  const cells = rows.map((row, index) => {
    const own = [
      row.part === rows[index - 1]?.part ? '' : row.part,
      row.figure.name,
      row.value === undefined ? '' : figureText(row.value, row.figure.unit),
      ratioText(row),
      barText(row.figure),
      marks[row.verdict],
    ];
    if (against === undefined) return own;
    return [
      ...own,
      row.other === undefined ? '' : figureText(row.other, row.figure.unit),
      row.comparison === undefined ? '' : `${numberText(row.comparison.ratio)} ×`,
      marks[row.comparison?.verdict ?? 'none'],
    ];
  });
  const table = [against === undefined ? head : [...head, against, 'this to that', ''], ...cells];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => width(line[column] ?? '')))) ?? [];
  const lines = table.map((line) =>
    line
      .map((text, column) => padded(text, widths[column] ?? 0, rightAligned.has(column)))
      .join('  ')
      .trimEnd(),
  );
  return `${[...lines, ...notes(rows, against)].join('\n')}\n`;
}

const rightAligned = new Set([2, 6, 7]);

/** What the table has no room for: why figures are missing, and what its marks mean. */
function notes(rows: readonly Row[], against: string | undefined): readonly string[] {
  const failures = rows.flatMap(({ part, figure, failure }) =>
    failure === undefined ? [] : [`✗ ${part}, ${figure.name.trim()}: ${failure}`],
  );
  const there = rows.flatMap(({ part, otherFailure }) =>
    otherFailure === undefined ? [] : [`  ${part} not measured in ${against}: ${otherFailure}`],
  );
  const open = rows.some(({ verdict }) => verdict === 'open') ? ['· a bar of larger archives than this run had'] : [];
  const compared = against === undefined ? [] : [`this to that: at most ${tolerance} × counts as no worse`];
  const all = [...failures, ...there, ...open, ...compared];
  return all.length === 0 ? [] : ['', ...all];
}

function ratioText({ ratio, figure }: Row): string {
  if (ratio === undefined || figure.reference === undefined) return '';
  const { as, name } = figure.reference;
  return as === 'cost' ? `${numberText(ratio)} × ${name}` : `${numberText(ratio)} × as fast as ${name}`;
}

function barText({ bar, unit, reference }: Row['figure']): string {
  if (bar === undefined) return '';
  const ends = [
    ...(bar.least === undefined ? [] : [`≥ ${bar.least}`]),
    ...(bar.most === undefined ? [] : [`≤ ${bar.most}`]),
  ].join(' and ');
  if (bar.of === 'ratio') return `${ends} ×${reference?.as === 'speed' ? ' as fast' : ''}`;
  return unit === '' ? ends : `${ends} ${unit}`;
}

function figureText(value: number, unit: Figure['unit']): string {
  // Shares are all close to the whole, or to nothing.
  if (unit === '%') return `${value.toFixed(2)} %`;
  return unit === '' ? numberText(value) : `${numberText(value)} ${unit}`;
}

function numberText(value: number): string {
  if (Number.isInteger(value) && value < 1e6) return String(value);
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

function padded(text: string, to: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, to - width(text)));
  return right ? space + text : text + space;
}

/** All that stands in the table is one column wide a character. */
function width(text: string): number {
  return [...text].length;
}
