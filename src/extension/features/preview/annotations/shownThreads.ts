import * as vscode from 'vscode';
import type { AnchoredAnnotation } from '../../../../core/annotations/anchorAnnotations';
import { annotationColour } from '../../../../core/annotations/codebook/annotationColour';
import { subjectOf } from '../../../../core/annotations/index/annotationRow';
import type { Annotation } from '../../../../core/annotations/model/annotation';
import { threadsOf } from '../../../../core/annotations/model/threads';
import { shortened } from '../../../../core/article/shortened';
import type { AnnotationThread, ShownComment } from '../../../../protocol/annotationMessages';
import type { AnnotatedArticle } from './annotatedArticle';
import type { AnnotatedImages } from './annotatedImages';
import { shownLabels } from './labelChoices';
import { SeenArticle } from './seenArticle';

const mostThreads = 2000;
const longestSubject = 400;
const mostCandidates = 5;
const longestName = 200;
const longestId = 2000;

/** The annotations of an article as its preview shows them. */
export function shownThreads(article: AnnotatedArticle, images: AnnotatedImages): readonly AnnotationThread[] {
  const { read, anchored, codebook } = article;
  const places = new Map(anchored.anchored.map((one) => [one.annotation.id, one]));
  const seen = anchored.prepared && new SeenArticle(anchored.prepared.article);
  const threads: AnnotationThread[] = [];
  // One for all: to make it takes longer than to use it.
  const dates = new Intl.DateTimeFormat(vscode.env.language, { dateStyle: 'medium', timeStyle: 'short' });
  for (const { annotation, replies, isResolved } of threadsOf(read.annotations.filter(hasUsableId))) {
    const place = places.get(annotation.id);
    const on = targetOf(annotation);
    if (place === undefined || on === undefined) continue;
    const found = seen && seenPlace(seen, place);
    const { target } = annotation;
    threads.push({
      id: annotation.id,
      on,
      state: place.state,
      isResolved,
      colour: annotationColour(annotation, codebook),
      subject: shortened(subjectOf(annotation), longestSubject),
      ...(on === 'passage' && found !== undefined ? { place: found } : {}),
      images: target.kind === 'image' ? images.idsOf(target.url) : [],
      candidates: place.candidates
        .slice(0, mostCandidates)
        .map(({ text, score }) => ({ text, percent: Math.max(0, Math.round(score * 100)) })),
      comments: [annotation, ...replies].map((one) => shownComment(one, article, dates)),
    });
    if (threads.length >= mostThreads) break;
  }
  return threads;
}

function seenPlace(seen: SeenArticle, { start, end }: AnchoredAnnotation): AnnotationThread['place'] {
  return start === null || end === null ? undefined : seen.passageOf({ start, end });
}

function targetOf({ target }: Annotation): AnnotationThread['on'] | undefined {
  switch (target.kind) {
    case 'passage':
    case 'article':
    case 'image':
      return target.kind;
    case 'reply':
      return 'lost';
    default:
      return undefined;
  }
}

function shownComment(
  annotation: Annotation,
  { codebook, me }: AnnotatedArticle,
  dates: Intl.DateTimeFormat,
): ShownComment {
  const { id, creator, created, note, target, state } = annotation;
  return {
    id,
    creator: creator.slice(0, longestName),
    date: dateText(created, dates),
    isOwn: creator === me,
    labels: shownLabels(annotation, codebook),
    note,
    ...(target.kind === 'reply' && state !== undefined && note === '' ? { state } : {}),
  };
}

function dateText(created: string, dates: Intl.DateTimeFormat): string {
  const time = new Date(created);
  return Number.isNaN(time.getTime()) ? '' : dates.format(time);
}

/** By a longer one the preview could not name it. */
function hasUsableId({ id }: Annotation): boolean {
  return id.length <= longestId;
}
