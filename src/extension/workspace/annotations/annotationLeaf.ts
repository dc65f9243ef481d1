import type { AnnotationRow } from '../../../core/annotations/index/annotationRow';
import type { Archive } from '../archives/archive';

/** The row of one annotation in a list, with the archive it stands in. */
export interface AnnotationLeaf {
  readonly type: 'annotation';
  readonly id: string;
  readonly archive: Archive;
  readonly row: AnnotationRow;
}

export function isAnnotationLeaf(value: unknown): value is AnnotationLeaf {
  return (
    typeof value === 'object' && value !== null && 'type' in value && value.type === 'annotation' && 'row' in value
  );
}

/** The rows a command is about: the one it was called on and, where that is among them, all that are selected. */
export function annotationLeaves(args: readonly unknown[]): readonly AnnotationLeaf[] {
  const [row, selected] = args;
  const rows: readonly unknown[] = Array.isArray(selected) && selected.includes(row) ? selected : [row];
  return rows.filter(isAnnotationLeaf);
}
