import type { Annotation, LabelUse, TargetKind } from '../model/annotation';

/** What a list of an archive's annotations shows of each, small enough to hold a hundred thousand. */
export interface AnnotationRow {
  readonly id: string;
  /** The article it belongs to; undefined for annotations on sources. */
  readonly article: string | undefined;
  readonly kind: TargetKind;
  readonly creator: string;
  readonly labels: readonly LabelUse[];
  /** What was annotated: the quote, the image's address, the source's name; empty for an article. */
  readonly subject: string;
  readonly note: string;
  readonly created: string;
  readonly modified: string;
  /** How many answers there are. */
  readonly replies: number;
  readonly isResolved: boolean;
}

const subjectKept = 160;
const noteKept = 240;

export function rowOf(
  article: string | undefined,
  annotation: Annotation,
  replies: number,
  isResolved: boolean,
): AnnotationRow {
  return {
    id: annotation.id,
    article,
    kind: annotation.target.kind,
    creator: annotation.creator,
    labels: annotation.labels,
    subject: cut(subjectOf(annotation), subjectKept),
    note: cut(annotation.note, noteKept),
    created: annotation.created,
    modified: annotation.modified,
    replies,
    isResolved,
  };
}

export function subjectOf({ target }: Annotation): string {
  switch (target.kind) {
    case 'passage':
      return target.passage.exact;
    case 'image':
      return target.url;
    case 'source':
      return target.name;
    default:
      return '';
  }
}

function cut(text: string, most: number): string {
  // A slice would keep the whole of its origin in memory.
  return text.length <= most ? text : `${[...text.slice(0, most)].join('').replace(/[\ud800-\udbff]$/, '')}…`;
}
