import { ArticleText } from '../article/articleText/articleText';
import { readArticleText } from '../article/articleText/readArticleText';
import type { AnchorPlace, AnchorState } from './anchoring/passage';
import { PreparedText } from './anchoring/preparedText';
import { TextAnchors } from './anchoring/textAnchors';
import type { Annotation } from './model/annotation';
import type { ArticleAnnotations } from './store/annotationStore';

/** An annotation and where it is in its article as that is now. */
export interface AnchoredAnnotation {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** In code points of the article text; null for an orphan and for what is on no passage. */
  readonly start: number | null;
  readonly end: number | null;
  /** What stands there now. */
  readonly text: string;
  readonly score: number;
  /** Of an orphan: where it might be, best first. */
  readonly candidates: readonly AnchorPlace[];
}

export interface AnchoredArticle {
  readonly article: string | undefined;
  readonly anchored: readonly AnchoredAnnotation[];
  /** The article's text; undefined where the article is gone, has no annotations, or the annotations are on sources. */
  readonly prepared: PreparedText | undefined;
}

/**
 * Looks for all annotations of an article in the whole text of its document as it is now, `undefined` where there is none any
 * more. Replies are where what they answer is. `prepared` is the text of that document, where somebody has it already.
 */
export function anchorAnnotations(
  { article, annotations, texts }: ArticleAnnotations,
  document: string | undefined,
  prepared = document === undefined ? undefined : new PreparedText(readArticleText(document)),
): AnchoredArticle {
  const anchors = new TextAnchors(prepared ?? new PreparedText(noText), (name) => texts.get(name));
  const byId = new Map<string, AnchoredAnnotation>();
  const replies: Annotation[] = [];
  for (const annotation of annotations) {
    if (annotation.target.kind === 'reply') replies.push(annotation);
    else byId.set(annotation.id, anchorOf(annotation, document, article, anchors));
  }
  const heads = headsOf(replies);
  for (const annotation of replies) {
    const found = byId.get(heads.get(annotation.id) ?? annotation.id);
    byId.set(annotation.id, found === undefined ? lost(annotation) : { ...found, annotation });
  }
  return { article, anchored: annotations.flatMap(({ id }) => byId.get(id) ?? []), prepared };
}

const noText = new ArticleText('', {
  textStarts: new Int32Array(),
  sourceStarts: new Int32Array(),
  sourceEnds: new Int32Array(),
});

function anchorOf(
  annotation: Annotation,
  document: string | undefined,
  article: string | undefined,
  anchors: TextAnchors,
): AnchoredAnnotation {
  const { target } = annotation;
  switch (target.kind) {
    case 'passage': {
      const anchor = anchors.find(target.passage);
      return anchor.state === 'orphan'
        ? { ...lost(annotation), score: anchor.score, candidates: anchor.candidates }
        : { annotation, ...anchor, candidates: [] };
    }
    case 'source':
      return there(annotation);
    case 'image':
      return document?.includes(target.url) || document?.includes(target.url.replaceAll('&', '&amp;'))
        ? there(annotation)
        : lost(annotation);
    case 'other':
      return lost(annotation);
    default:
      return document === undefined && article !== undefined ? lost(annotation) : there(annotation);
  }
}

/** What each reply answers in the end. Replies that answer each other in a circle answer one of them. */
function headsOf(replies: readonly Annotation[]): ReadonlyMap<string, string> {
  const answered = new Map(replies.map(({ id, target }) => [id, target.kind === 'reply' ? target.to : id]));
  const heads = new Map<string, string>();
  for (const { id } of replies) {
    const path = new Set<string>();
    let head = id;
    for (let next = answered.get(head); next !== undefined && !path.has(head); next = answered.get(head)) {
      path.add(head);
      head = heads.get(head) ?? next;
    }
    for (const reply of path) heads.set(reply, head);
  }
  return heads;
}

function there(annotation: Annotation): AnchoredAnnotation {
  return { annotation, state: 'exact', start: null, end: null, text: '', score: 1, candidates: [] };
}

function lost(annotation: Annotation): AnchoredAnnotation {
  return { annotation, state: 'orphan', start: null, end: null, text: '', score: 0, candidates: [] };
}
