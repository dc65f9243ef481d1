import type { AnchoredAnnotation } from '../anchorAnnotations';
import type { Codebook } from '../codebook/codebook';
import { labelOf } from '../codebook/codebook';
import { subjectOf } from '../index/annotationRow';

/** An article's annotations with all that an export says of them. */
export interface ExportedArticle {
  /** Empty for annotations on sources. */
  readonly path: string;
  readonly title: string;
  readonly source: string;
  /** The article text as it is now. */
  readonly text: string;
  readonly annotations: readonly AnchoredAnnotation[];
  readonly texts: ReadonlyMap<string, string>;
}

/** An annotation as a flat record: what tables and lines of JSON hold. */
export interface FlatAnnotation {
  readonly id: string;
  readonly article: string;
  readonly title: string;
  readonly source: string;
  readonly kind: string;
  readonly motivation: string;
  /** Their ids, and beside them their names. */
  readonly labels: readonly string[];
  readonly labelNames: readonly string[];
  readonly values: readonly string[];
  readonly quote: string;
  readonly note: string;
  readonly state: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly text: string;
  readonly score: number;
  readonly creator: string;
  readonly created: string;
  readonly modified: string;
  readonly replyTo: string;
}

export function* flatAnnotations(
  articles: Iterable<ExportedArticle>,
  codebook: Codebook,
): Generator<FlatAnnotation, void> {
  for (const article of articles) {
    for (const { annotation, state, start, end, text, score } of article.annotations) {
      const { id, target, motivation, labels, note, creator, created, modified } = annotation;
      yield {
        id,
        article: article.path,
        title: article.title,
        source: article.source,
        kind: target.kind,
        motivation,
        labels: labels.map(({ label }) => label),
        labelNames: labels.map(({ label }) => labelName(codebook, label)),
        values: labels.map(({ value }) => (value === undefined ? '' : String(value))),
        quote: subjectOf(annotation),
        note,
        state,
        start,
        end,
        text,
        score,
        creator,
        created,
        modified,
        replyTo: target.kind === 'reply' ? target.to : '',
      };
    }
  }
}

/** What people call a label. */
export function labelName(codebook: Codebook, label: string): string {
  return labelOf(codebook, label)?.name ?? label;
}

/** Which annotations are exported; answers go with what they answer. */
export function selected(
  annotations: readonly AnchoredAnnotation[],
  labels: readonly string[],
  creators: readonly string[],
): readonly AnchoredAnnotation[] {
  if (labels.length + creators.length === 0) return annotations;
  const passes = ({ annotation }: AnchoredAnnotation): boolean =>
    (labels.length === 0 || annotation.labels.some(({ label }) => labels.includes(label))) &&
    (creators.length === 0 || creators.includes(annotation.creator));
  const kept = new Set(annotations.filter(passes).map(({ annotation }) => annotation.id));
  for (let before = -1; before !== kept.size; ) {
    before = kept.size;
    for (const { annotation } of annotations) {
      if (annotation.target.kind === 'reply' && kept.has(annotation.target.to)) kept.add(annotation.id);
    }
  }
  return annotations.filter(({ annotation }) => kept.has(annotation.id));
}
