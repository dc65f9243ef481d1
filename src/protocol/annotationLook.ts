import type { AnnotationThread } from './annotationMessages';

/** What state an annotation is in, as the line below its words shows it. */
export type AnnotationLook = 'open' | 'resolved' | 'changed';

/** Not by colour alone: the kind of line says what state it is in. */
export const underlines: Readonly<Record<AnnotationLook, 'solid' | 'dashed' | 'dotted'>> = {
  open: 'solid',
  changed: 'dashed',
  resolved: 'dotted',
};

export function lookOf({ isResolved, state }: Pick<AnnotationThread, 'isResolved' | 'state'>): AnnotationLook {
  if (isResolved) return 'resolved';
  return state === 'approximate' ? 'changed' : 'open';
}
