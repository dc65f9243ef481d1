import { foldedWords, foldText } from '../../text/foldText';
import type { AnchorState } from '../anchoring/passage';
import type { AnnotationRow } from './annotationRow';

/** What a list of annotations can be arranged by. */
export type AnnotationGrouping = 'label' | 'article' | 'source' | 'person';

/** Which annotations are wanted; what is not given does not matter. */
export interface AnnotationFilter {
  /** Words that all must be in the subject, the note or the article's path. */
  readonly text?: string;
  readonly label?: string;
  readonly creator?: string;
  /** ISO days, both included. */
  readonly from?: string;
  readonly to?: string;
  readonly states?: readonly AnchorState[];
  readonly isResolved?: boolean;
}

export interface AnnotationGroup {
  /** A label's id, an article's path, a source's or a person's name; empty for what has none. */
  readonly key: string;
  readonly kind: AnnotationGrouping | 'orphans';
  readonly rows: readonly AnnotationRow[];
}

/** What the rows alone do not say. */
export interface RowKnowledge {
  readonly stateOf: (row: AnnotationRow) => AnchorState | undefined;
  /** The name of the source that a row is on, or that its article comes from. */
  readonly sourceOf: (row: AnnotationRow) => string | undefined;
}

/** Whether a row passes; made once for a filter. */
export function rowFilter(filter: AnnotationFilter, { stateOf }: RowKnowledge): (row: AnnotationRow) => boolean {
  const words = foldedWords(filter.text ?? '');
  const { label, creator, from, to, states, isResolved } = filter;
  return (row) => {
    if (label !== undefined && !row.labels.some((use) => use.label === label)) return false;
    if (creator !== undefined && row.creator !== creator) return false;
    const day = row.created.slice(0, 10);
    if ((from !== undefined && day < from) || (to !== undefined && day > to)) return false;
    if (isResolved !== undefined && row.isResolved !== isResolved) return false;
    if (states !== undefined && !states.includes(stateOf(row) ?? 'exact')) return false;
    if (words.length === 0) return true;
    const text = foldText(`${row.subject}\n${row.note}\n${row.article ?? ''}`);
    return words.every((word) => text.includes(word));
  };
}

/** Rows in groups by their keys, orphans first in a group of their own whatever the grouping. */
export function groupRows(
  rows: Iterable<AnnotationRow>,
  by: AnnotationGrouping,
  knowledge: RowKnowledge,
): readonly AnnotationGroup[] {
  const groups = new Map<string, AnnotationRow[]>();
  const orphans: AnnotationRow[] = [];
  for (const row of rows) {
    if (knowledge.stateOf(row) === 'orphan') orphans.push(row);
    for (const key of keysOf(row, by, knowledge)) {
      const group = groups.get(key);
      if (group) group.push(row);
      else groups.set(key, [row]);
    }
  }
  const sorted = [...groups].map(([key, own]): AnnotationGroup => ({ key, kind: by, rows: own })).sort(byKey);
  return orphans.length === 0 ? sorted : [{ key: '', kind: 'orphans', rows: orphans }, ...sorted];
}

function keysOf(row: AnnotationRow, by: AnnotationGrouping, { sourceOf }: RowKnowledge): readonly string[] {
  switch (by) {
    case 'label':
      return row.labels.length === 0 ? [''] : [...new Set(row.labels.map(({ label }) => label))];
    case 'article':
      return [row.article ?? ''];
    case 'source':
      return [sourceOf(row) ?? ''];
    case 'person':
      return [row.creator];
  }
}

/** What has no key comes last. */
function byKey(one: AnnotationGroup, other: AnnotationGroup): number {
  if (one.key === '' || other.key === '') return one.key === other.key ? 0 : one.key === '' ? 1 : -1;
  return one.key < other.key ? -1 : 1;
}
