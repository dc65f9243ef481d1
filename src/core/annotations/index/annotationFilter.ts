import { foldedWords, foldText } from '../../text/foldText';
import type { AnchorState } from '../anchoring/passage';
import type { AnnotationRow } from './annotationRow';

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

/** Whether a row passes; made once for a filter. */
export function rowFilter(
  filter: AnnotationFilter,
  stateOf: (row: AnnotationRow) => AnchorState | undefined,
): (row: AnnotationRow) => boolean {
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
