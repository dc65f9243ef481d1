import { wallClock } from '../core/article/zoneOffset';
import type { ListGroup, ListItem } from './articleGroups';
import { displayWidth, fit } from './displayWidth';
import { plainLine } from './plainLine';

export interface TableOptions {
  readonly timeZone: string;
  /** The terminal's width in cells; absent where lines may be as long as they are. */
  readonly width?: number;
}

interface Column {
  readonly name: string;
  readonly align: 'left' | 'right';
  /** A column that gives way keeps at least so many cells. */
  readonly least?: number;
  readonly text: (item: ListItem, timeZone: string) => string;
}

const columns: readonly Column[] = [
  { name: 'DATE', align: 'left', text: dateText },
  { name: 'SOURCE', align: 'left', least: 8, text: ({ article }) => article.source ?? '' },
  { name: 'TITLE', align: 'left', least: 16, text: ({ article }) => article.title },
  { name: 'WORDS', align: 'right', text: ({ article }) => String(article.words ?? '') },
  { name: 'IMAGES', align: 'right', text: ({ article }) => String(article.images ?? '') },
  { name: 'PATH', align: 'left', least: 12, text: ({ article }) => article.path },
];
const gap = '  ';

/** The articles as lines of aligned columns, in their groups where there are any, and a line of totals. */
export function* tableList(
  items: readonly ListItem[],
  groups: readonly ListGroup[] | undefined,
  options: TableOptions,
): Generator<string, void> {
  const cellsOf = (item: ListItem): readonly string[] =>
    columns.map((column) => plainLine(column.text(item, options.timeZone)));
  const widths = columnWidths(items.map(cellsOf), options.width);
  const line = (cells: readonly string[]): string =>
    `${columns.map(({ align }, index) => fit(cells[index] ?? '', widths[index] ?? 0, align)).join(gap)}`.trimEnd();

  yield `${line(columns.map(({ name }) => name))}\n`;
  for (const group of groups ?? [{ name: undefined, items }]) {
    if (group.name !== undefined) yield `\n${plainLine(group.name)} (${group.items.length})\n`;
    for (const item of group.items) yield `${line(cellsOf(item))}\n`;
  }
  yield `\n${totals(items)}\n`;
}

/** Columns that may give way do so from the widest down, until the line fits. */
function columnWidths(rows: readonly (readonly string[])[], most: number | undefined): readonly number[] {
  const widths = columns.map(({ name }) => displayWidth(name));
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, displayWidth(cell));
    });
  }
  if (most === undefined) return widths;
  let excess = widths.reduce((sum, width) => sum + width + gap.length, -gap.length) - most;
  while (excess > 0) {
    const widest = columns.reduce<number | undefined>((best, { least }, index) => {
      const canShrink = least !== undefined && (widths[index] ?? 0) > least;
      return canShrink && (best === undefined || (widths[index] ?? 0) > (widths[best] ?? 0)) ? index : best;
    }, undefined);
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    excess--;
  }
  return widths;
}

function dateText({ entry: { date } }: ListItem, timeZone: string): string {
  if (date.kind === 'missing') return '';
  if (date.kind === 'unreadable') return '?';
  const { year, month, day, hour, minute } = wallClock(date.time, timeZone);
  const two = (value: number): string => String(value).padStart(2, '0');
  const dayText = `${year}-${two(month)}-${two(day)}`;
  return date.precision === 'day' ? dayText : `${dayText} ${two(hour)}:${two(minute)}`;
}

function totals(items: readonly ListItem[]): string {
  const sources = new Set(items.flatMap(({ article }) => article.source ?? [])).size;
  const words = items.reduce((sum, { article }) => sum + (article.words ?? 0), 0);
  const images = items.reduce((sum, { article }) => sum + (article.images ?? 0), 0);
  return [
    counted(items.length, 'article'),
    counted(sources, 'source'),
    counted(words, 'word'),
    counted(images, 'image'),
  ].join(', ');
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
