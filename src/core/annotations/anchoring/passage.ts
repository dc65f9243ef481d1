/** A place in the text of an article at the time it was annotated: the piece it is in, and how far from its start. */
export interface PlaceInPieces {
  readonly piece: number;
  /** In units of the normalised text. */
  readonly offset: number;
}

/** Where a passage was among the pieces of the whole text. */
export interface PassageTrace {
  /** The name of the text, by which its fingerprint is kept. */
  readonly text: string;
  readonly from: PlaceInPieces;
  /** Where its last character is. */
  readonly to: PlaceInPieces;
}

/** What is remembered of a passage, so that it is found again whatever becomes of its article. */
export interface Passage {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  /** In code points of the article text; absent where only the quote is known. */
  readonly start?: number;
  readonly end?: number;
  /** What stands before the prefix and after the suffix. */
  readonly before?: string;
  readonly after?: string;
  readonly trace?: PassageTrace;
}

/** Where a passage is now. */
export type AnchorState = 'exact' | 'moved' | 'approximate' | 'orphan';

/** A place that may be the passage's. */
export interface AnchorPlace {
  /** In code points of the article text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** 0 to 1. */
  readonly score: number;
}

/** A passage that was found. */
export interface FoundAnchor extends AnchorPlace {
  readonly state: 'exact' | 'moved' | 'approximate';
}

/** A passage that is not in the text (any more), and where it might be: best first. */
export interface OrphanAnchor {
  readonly state: 'orphan';
  readonly score: number;
  readonly candidates: readonly AnchorPlace[];
}

export type Anchor = FoundAnchor | OrphanAnchor;

/** The fingerprint of a text by its name, as it was kept with the annotations; undefined where it was not. */
export type Fingerprints = (text: string) => string | undefined;
