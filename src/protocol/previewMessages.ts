import type { ArticleStatistics, BlockedPart, LinkTarget, PreparedArticle } from '../core/preview/preparedArticle';
import type { ShownImage } from '../core/preview/shownImage';
import type { AnnotatedMessage, AnnotationsMessage } from './annotationMessages';

export type {
  ArticleStatistics,
  BlockedKind,
  BlockedPart,
  ImageReason,
  LinkTarget,
} from '../core/preview/preparedArticle';
export type { ShownImage } from '../core/preview/shownImage';

/** What a person chose for the preview; each is a VS Code setting too. */
export interface PreviewSettings {
  readonly textOnly: boolean;
  /** In percent of the usual size: 70 to 200. */
  readonly textSize: number;
  readonly width: 'narrow' | 'medium' | 'wide';
  readonly typeface: 'sans' | 'serif';
  /** Which of the two goes to where the other is scrolled. */
  readonly scrollSync: 'both' | 'editorToPreview' | 'previewToEditor' | 'off';
}

/** One problem of the article, its message in the person's language. */
export interface PreviewProblem {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/** The header card, worded by the extension. */
export interface PreviewHead {
  readonly title: string;
  /** The source's canonical name. */
  readonly source?: string;
  /** A few words from the source's profile, which can be opened; absent where the source has no place in an archive. */
  readonly sourceProfile?: string;
  readonly author?: string;
  /** In the archive's zone; absent where it is missing or cannot be read. */
  readonly date?: string;
  /** For the `datetime` attribute. */
  readonly isoDate?: string;
  /** As it is written, where that differs from what is shown. */
  readonly dateText?: string;
  readonly categories: readonly string[];
  /** The `id` of the head image among the images. */
  readonly image?: number;
  /** Opened by `openLink`. */
  readonly link?: string;
  readonly problems: readonly PreviewProblem[];
}

/** An article to show. */
export interface RenderMessage {
  readonly kind: 'render';
  /** Grows with each render of a panel; one that is not above the last shown is passed over. */
  readonly version: number;
  /** Which article it is: with the same one the scroll place stays and what changed is patched. */
  readonly article: string;
  readonly head: PreviewHead;
  readonly html: string;
  readonly images: readonly ShownImage[];
  readonly links: readonly LinkTarget[];
  readonly blocked: readonly BlockedPart[];
  readonly statistics: ArticleStatistics;
  readonly language?: string;
  readonly limited?: PreparedArticle['limited'];
  /** Whether "load remote images" is offered. */
  readonly mayLoadRemote: boolean;
}

/** How the article stands in its archive. */
export interface StandingMessage {
  readonly kind: 'standing';
  readonly isRead: boolean;
  readonly hasPrevious: boolean;
  readonly hasNext: boolean;
}

/** From the extension to the preview, which begins with `settings` and `standing`. */
export type ToPreview =
  | { readonly kind: 'settings'; readonly settings: PreviewSettings }
  | RenderMessage
  /** Of what is shown only the header card has changed: its problems, or what is known of its source. */
  | { readonly kind: 'head'; readonly version: number; readonly head: PreviewHead }
  | StandingMessage
  /** Puts the place of the document at the top, without a `didScroll` in return. */
  | { readonly kind: 'scrollTo'; readonly offset: number }
  /** Goes to an anchor of the article. */
  | { readonly kind: 'goToFragment'; readonly fragment: string }
  /** There is nothing to show and this is why: the file is gone, or cannot be read. */
  | { readonly kind: 'fault'; readonly version: number; readonly message: string }
  /** Asks for the sanitised body of an article, shown or not: answered with `collected`. */
  | { readonly kind: 'collect'; readonly request: number; readonly article: RenderMessage }
  | AnnotationsMessage
  | AnnotatedMessage
  /** Opens the form for an annotation on the whole article. */
  | { readonly kind: 'annotateArticle' }
  /** Shows where an annotation is. */
  | { readonly kind: 'goToAnnotation'; readonly id: string };

/** Select what was double-clicked in the text editors in sight. The focus stays: a label may be given to it next. */
export interface SelectInEditorsMessage {
  readonly kind: 'selectInEditors';
  readonly version: number;
  readonly start: number;
  readonly end: number;
  /** The word that was double-clicked, and how many of the same stand before it in the place: see `wordPlace`. */
  readonly word?: string;
  readonly nth?: number;
}

/** From the preview to the extension. Places are those of the version they name; ignore what is stale. */
export type FromPreview =
  /** Sent once the preview listens: answer with a render. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'didRender'; readonly version: number; readonly milliseconds: number }
  | { readonly kind: 'didScroll'; readonly version: number; readonly offset: number }
  | { readonly kind: 'didReachEnd'; readonly version: number }
  /** Show this place in the editor. */
  | { readonly kind: 'reveal'; readonly version: number; readonly start: number; readonly end: number }
  | SelectInEditorsMessage
  /** Show the problem at this place. */
  | { readonly kind: 'openProblem'; readonly version: number; readonly start: number; readonly end: number }
  | { readonly kind: 'openLink'; readonly url: string }
  /** Show what is known of the source. */
  | { readonly kind: 'openSource' }
  | { readonly kind: 'openPath'; readonly candidates: readonly string[]; readonly fragment?: string }
  | { readonly kind: 'imageFailed'; readonly version: number; readonly id: number }
  | { readonly kind: 'loadRemoteImages' }
  | { readonly kind: 'changeSettings'; readonly settings: PreviewSettings }
  | { readonly kind: 'go'; readonly to: 'previous' | 'next' }
  | { readonly kind: 'markRead'; readonly isRead: boolean }
  /** Export what is shown. */
  | { readonly kind: 'export' }
  /** `html`: the sanitised body; see `exportArticle`. */
  | { readonly kind: 'collected'; readonly request: number; readonly html: string }
  /** `action`: an `AnnotationAction`; answered with `annotated`. */
  | { readonly kind: 'annotation'; readonly request: number; readonly action: unknown };

/** What the preview keeps with `setState`, and a panel serializer is given after a restart. */
export interface PreviewState {
  /** As it came with the render. */
  readonly article: string;
  /** The place of the document at the top. */
  readonly offset: number;
  /** `AnnotationDraft`s. */
  readonly drafts?: unknown;
}
