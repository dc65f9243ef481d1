import type { AnnotationAction, DraftTarget } from '../../../protocol/annotationMessages';
import type { SeenPassage } from '../../../protocol/seenPassage';
import type { FormContent } from './annotationForm';

/** What a new annotation is to be on. */
export type NewTarget =
  | { readonly on: 'passage'; readonly place: SeenPassage }
  | { readonly on: 'article' }
  | { readonly on: 'image'; readonly image: number; readonly version: number; readonly src: string };

export function addAction(target: NewTarget, content: FormContent): AnnotationAction {
  switch (target.on) {
    case 'passage':
      return { kind: 'addToPassage', place: target.place, ...content };
    case 'article':
      return { kind: 'addToArticle', ...content };
    case 'image': {
      const { image, version } = target;
      return { kind: 'addToImage', image, version, ...content };
    }
  }
}

/** How a draft of it is known again. */
export function draftTarget(target: NewTarget): DraftTarget {
  switch (target.on) {
    case 'passage':
      return { kind: 'passage', place: target.place };
    case 'article':
      return { kind: 'article' };
    case 'image':
      return { kind: 'image', image: target.image, src: target.src };
  }
}
