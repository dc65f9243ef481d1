import type { SeenPassage } from './seenPassage';

/** A label given to something; `value` is the step of a scale, the option chosen, or the text written. */
export interface GivenLabel {
  readonly label: string;
  readonly value?: string | number;
}

/** A label that can be given. */
export interface LabelChoice {
  readonly id: string;
  readonly name: string;
  readonly definition?: string;
  /** `#rrggbb`. */
  readonly colour: string;
  /** `1` to `9`. */
  readonly key?: string;
  readonly scopes: readonly ('passage' | 'article' | 'image' | 'source')[];
  readonly kind: 'tag' | 'oneOf' | 'scale' | 'text';
  /** Of `oneOf` its options, of a `scale` its steps with what they mean. */
  readonly options: readonly LabelOption[];
}

export interface LabelOption {
  readonly value: string | number;
  readonly text: string;
}

/** A label as it is shown on an annotation. */
export interface ShownLabel extends GivenLabel {
  /** Its name, with its value. */
  readonly text: string;
  readonly colour: string;
}

/** What one person has said: an annotation or an answer to one. */
export interface ShownComment {
  readonly id: string;
  readonly creator: string;
  /** In the person's language; empty where nothing is known. */
  readonly date: string;
  readonly isOwn: boolean;
  readonly labels: readonly ShownLabel[];
  /** Text, never markup. */
  readonly note: string;
  /** Of an answer that says no more than that. */
  readonly state?: 'resolved' | 'open';
}

/** Where the passage of an annotation might be that is not found any more. */
export interface Candidate {
  readonly text: string;
  readonly percent: number;
}

/** An annotation with its answers. */
export interface AnnotationThread {
  /** Of the annotation it starts with. */
  readonly id: string;
  readonly on: 'passage' | 'article' | 'image' | 'lost';
  readonly state: 'exact' | 'moved' | 'approximate' | 'orphan';
  readonly isResolved: boolean;
  readonly colour: string;
  /** What it is on, in words: the quote, or the address of the image. */
  readonly subject: string;
  /** Of a passage that is there. */
  readonly place?: SeenPassage;
  /** The `id`s of the images it is on. */
  readonly images: readonly number[];
  readonly candidates: readonly Candidate[];
  /** The annotation, then the answers in the order they were written. */
  readonly comments: readonly ShownComment[];
}

/** All annotations of the article that is shown. It comes after the render, and again whenever they change. */
export interface AnnotationsMessage {
  readonly kind: 'annotations';
  /** As in the render it belongs to. */
  readonly article: string;
  /** Whether the article is one of an archive. */
  readonly mayAnnotate: boolean;
  /** Whether the archive has a codebook. */
  readonly hasLabels: boolean;
  readonly labels: readonly LabelChoice[];
  readonly threads: readonly AnnotationThread[];
}

/** What a person does to annotations in the preview. */
export type AnnotationAction =
  | {
      readonly kind: 'addToPassage';
      readonly place: SeenPassage;
      readonly labels: readonly GivenLabel[];
      readonly note: string;
    }
  | { readonly kind: 'addToArticle'; readonly labels: readonly GivenLabel[]; readonly note: string }
  /** `version`: of the render that the image's `id` is of. */
  | {
      readonly kind: 'addToImage';
      readonly version: number;
      readonly image: number;
      readonly labels: readonly GivenLabel[];
      readonly note: string;
    }
  | { readonly kind: 'edit'; readonly id: string; readonly labels: readonly GivenLabel[]; readonly note: string }
  | { readonly kind: 'reply'; readonly id: string; readonly note: string }
  | { readonly kind: 'resolve'; readonly id: string; readonly isResolved: boolean }
  | { readonly kind: 'delete'; readonly id: string }
  /** Brings back what was deleted in this preview or elsewhere. */
  | { readonly kind: 'undoDelete'; readonly id: string }
  | { readonly kind: 'show'; readonly id: string }
  /** To the candidate with this text, or to the passage that is selected. */
  | { readonly kind: 'reattachToText'; readonly id: string; readonly text: string }
  | { readonly kind: 'reattachToPassage'; readonly id: string; readonly place: SeenPassage }
  | { readonly kind: 'setUpLabels' };

/** Comes after the annotations as they are then. */
export interface AnnotatedMessage {
  readonly kind: 'annotated';
  readonly request: number;
  readonly isDone: boolean;
}

/** What is being written in the preview and not saved yet: it outlives the page, which goes when it is hidden. */
export interface AnnotationDraft {
  readonly article: string;
  readonly on: DraftTarget;
  readonly labels: readonly GivenLabel[];
  readonly note: string;
}

export type DraftTarget =
  | { readonly kind: 'passage'; readonly place: SeenPassage }
  | { readonly kind: 'article' }
  /** `src`: as it was shown, by which it is known again. */
  | { readonly kind: 'image'; readonly image: number; readonly src: string }
  /** A comment that is changed, or an annotation that is answered. */
  | { readonly kind: 'edit' | 'answer'; readonly id: string };
