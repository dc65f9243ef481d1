import type { ProfileEdit } from '../core/sources/profileEdit';
import type { RatingScale, SourceProfile, SourceRating } from '../core/sources/sourceProfiles';

export type { LinkField, ListField, ProfileEdit, TextField } from '../core/sources/profileEdit';
export type { RatingScale, SourceRating, TitledLink } from '../core/sources/sourceProfiles';

/** What a person noted of the source, worded by the extension. */
export interface ShownAnnotation {
  readonly id: string;
  readonly labels: string;
  readonly note: string;
  readonly creator: string;
  /** ISO day. */
  readonly day: string;
}

/** What is wrong with a value: `homepage`, `domains.1`, `ratings`. */
export interface FieldMessage {
  readonly place: string;
  readonly message: string;
}

/** All that the form shows of a source. */
export interface ShownSource {
  readonly profile: SourceProfile;
  /** In the archive; absent until they are counted. */
  readonly articles?: number;
  readonly faults: readonly FieldMessage[];
  readonly scales: readonly RatingScale[];
  /** The latest of each person on each scale. */
  readonly current: readonly SourceRating[];
  readonly annotations: readonly ShownAnnotation[];
  /** By which name the person rates; absent where they are asked when they do. */
  readonly rater?: string;
  /** ISO day. */
  readonly today: string;
}

/** What the form keeps. */
export interface SourceFormState {
  readonly source: string;
  /** The archive's folder. */
  readonly folder: string;
}

/** From the extension to the form. */
export type ToSourceForm =
  | { readonly kind: 'source'; readonly source: ShownSource }
  /** To be kept with `setState`: which source it is, for after a restart. */
  | { readonly kind: 'keep'; readonly state: SourceFormState }
  /** The file cannot be read: nothing can be changed until it is mended. */
  | { readonly kind: 'broken'; readonly message: string }
  /** The change of this number is made, or is not, with the reason. */
  | { readonly kind: 'done'; readonly id: number; readonly fault?: string };

/** From the form to the extension. */
export type FromSourceForm =
  /** Sent once the form listens: answer with the source. */
  | { readonly kind: 'ready' }
  /** A rating comes without its rater, who the extension knows. */
  | { readonly kind: 'edit'; readonly id: number; readonly edit: ProfileEdit }
  | { readonly kind: 'openJson' }
  | { readonly kind: 'openLink'; readonly url: string }
  | { readonly kind: 'annotate' }
  | { readonly kind: 'showArticles' };
