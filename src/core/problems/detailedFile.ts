import type { LinePosition } from '../text/lineIndex';
import type { CheckedFile } from './articleChecker';
import type { FixedText } from './fixAll';

/** What a check is to tell beside the problems. */
export interface CheckDetail {
  /** Lines and characters of the problems. */
  readonly places: boolean;
  /** Does all fixes that do not guess; the problems are those of the fixed text. */
  readonly fix: boolean;
  /** What an index of the archive would hold of the articles. */
  readonly entries: boolean;
  /** The remote images, beside the problems or in their place. */
  readonly remoteImages?: 'also' | 'only';
}

export interface PlaceInLines {
  readonly start: LinePosition;
  readonly end: LinePosition;
}

/** A checked file with what was asked for beside its problems. */
export interface DetailedFile extends CheckedFile {
  /** One for each problem, in their order. */
  readonly places?: readonly PlaceInLines[];
  /** Only where fixes have changed the text. */
  readonly fixed?: FixedText & { readonly before: string };
}
