import type { Annotation } from './annotation';

/** An annotation with what was answered to it. */
export interface AnnotationThread {
  readonly annotation: Annotation;
  /** In the order they were written. */
  readonly replies: readonly Annotation[];
  /** What the last word about it says; whoever says it, it stands in that person's own file. */
  readonly isResolved: boolean;
}

/** Threads of the annotations of one article. Replies to what is not there (any more) start threads of their own. */
export function threadsOf(annotations: readonly Annotation[]): readonly AnnotationThread[] {
  const byId = new Map(annotations.map((annotation) => [annotation.id, annotation]));
  const replies = new Map<string, Annotation[]>();
  const heads: Annotation[] = [];
  for (const annotation of annotations) {
    const head = headOf(annotation, byId);
    if (head === annotation) heads.push(annotation);
    else replies.set(head.id, [...(replies.get(head.id) ?? []), annotation]);
  }
  return heads.sort(byTime).map((annotation) => {
    const own = (replies.get(annotation.id) ?? []).sort(byTime);
    const state = [...own].reverse().find((reply) => reply.state !== undefined)?.state ?? annotation.state;
    return { annotation, replies: own, isResolved: state === 'resolved' };
  });
}

function headOf(annotation: Annotation, byId: ReadonlyMap<string, Annotation>): Annotation {
  const seen = new Set([annotation.id]);
  let head = annotation;
  while (head.target.kind === 'reply') {
    const next = byId.get(head.target.to);
    if (next === undefined) break;
    // Replies that go round in a circle come from a broken tool: each is shown by itself.
    if (seen.has(next.id)) return annotation;
    seen.add(next.id);
    head = next;
  }
  return head;
}

function byTime(one: Annotation, other: Annotation): number {
  return one.created < other.created ? -1 : one.created > other.created ? 1 : one.id < other.id ? -1 : 1;
}
