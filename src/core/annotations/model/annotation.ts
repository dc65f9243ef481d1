import type { JsonObject } from '../../text/json/jsonValue';
import type { Passage } from '../anchoring/passage';

/** What an annotation is about. */
export type AnnotationTarget =
  | { readonly kind: 'passage'; readonly passage: Passage }
  | { readonly kind: 'article' }
  | { readonly kind: 'image'; readonly url: string }
  | { readonly kind: 'source'; readonly name: string }
  /** An answer to another annotation, or a change of its state. */
  | { readonly kind: 'reply'; readonly to: string }
  /** Something another tool wrote; it is kept as it is. */
  | { readonly kind: 'other' };

export type TargetKind = AnnotationTarget['kind'];

/** A label given to something; `value` is the step of a scale or the text of a label that wants one. */
export interface LabelUse {
  readonly label: string;
  readonly value?: string | number;
}

/** Why something is annotated: one of the words of the W3C model, or another tool's. */
export type Motivation = string;

export const motivations = [
  'commenting',
  'highlighting',
  'tagging',
  'classifying',
  'assessing',
  'questioning',
  'describing',
  'linking',
  'identifying',
  'editing',
  'bookmarking',
  'moderating',
  'replying',
] as const;

/** An annotation as the rest of the extension sees it. `json` is the whole truth: what it says beyond this is never lost. */
export interface Annotation {
  readonly id: string;
  readonly target: AnnotationTarget;
  readonly motivation: Motivation;
  readonly creator: string;
  /** ISO 8601; empty where the annotation does not say. */
  readonly created: string;
  readonly modified: string;
  readonly labels: readonly LabelUse[];
  /** Empty where there is none. */
  readonly note: string;
  readonly colour?: string;
  /** Of a reply: what it makes of the thread. */
  readonly state?: 'resolved' | 'open';
  readonly json: JsonObject;
}

/** What a person can say of something. */
export interface AnnotationContent {
  readonly motivation?: Motivation;
  readonly labels?: readonly LabelUse[];
  readonly note?: string;
  readonly colour?: string;
  readonly state?: 'resolved' | 'open';
}
