import type { TextEdit } from './textEdit';
import type { TextRange } from './textRange';

/** Where ranges of a changed text were in the text before: what an edit has written was in all of what it has replaced. */
export function placesBefore(ranges: readonly TextRange[], edits: readonly TextEdit[]): readonly TextRange[] {
  const changes = changesOf(edits);
  const before = (place: number, end: 'start' | 'end'): number => {
    const change = lastFrom(changes, place);
    if (change === undefined) return place;
    const { written, replaced } = change;
    const isWithin = end === 'start' ? place < written.end : place <= written.end;
    return isWithin ? replaced[end] : place + replaced.end - written.end;
  };
  return ranges.map(({ start, end }) => {
    const from = before(start, 'start');
    return { start: from, end: Math.max(from, before(end, 'end')) };
  });
}

interface Change {
  /** In the text before. */
  readonly replaced: TextRange;
  /** In the text after. */
  readonly written: TextRange;
}

function changesOf(edits: readonly TextEdit[]): readonly Change[] {
  let shift = 0;
  return [...edits]
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)
    .map(({ range, text }) => {
      const start = range.start + shift;
      shift += text.length - (range.end - range.start);
      return { replaced: range, written: { start, end: start + text.length } };
    });
}

/** The last change that begins at a place or before it. */
function lastFrom(changes: readonly Change[], place: number): Change | undefined {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((changes[middle]?.written.start ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return changes[low - 1];
}
