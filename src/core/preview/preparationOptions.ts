import type { ReadingRules } from '../article/readingRules';

/** What preparing an article needs to know of its archive. `CheckSettings` holds all but the path. Plain and clonable. */
export interface PreparationOptions {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  readonly reading: ReadingRules;
  /** Front matter fields that hold the address of an image, best first. */
  readonly imageFields: readonly string[];
  /** Folders of the archive that a path with a leading `/` is looked up in. */
  readonly imageRoots: readonly string[];
  /** Patterns of addresses that stand in for a picture that never was. */
  readonly standInImages: readonly string[];
}
