import type { ArticleEntry } from '../article/articleEntry';
import type { Body } from '../article/body/body';
import type { FrontMatterFields } from '../article/frontMatterFields';
import type { FrontMatterData } from '../article/readFrontMatter';
import type { LocalFile } from '../host/localFiles';
import type { ImageVerdict } from './remote/imageVerdict';

/** What is known of the images of an article beyond its own text. Absent parts are not known. */
export interface ImageKnowledge {
  /** By paths relative to the archive, for those that `localPaths` named. */
  readonly files?: Readonly<Record<string, LocalFile>>;
  /** By the addresses that `remoteAddresses` names and those of their siblings, for those that were looked at. */
  readonly remoteImages?: Readonly<Record<string, ImageVerdict>>;
}

export interface ImageSettings {
  /** Front matter fields that hold the address of an image. */
  readonly imageFields: readonly string[];
  /** Folders of the archive that an image path with a leading `/` is looked up in; `''` is the archive itself. */
  readonly imageRoots: readonly string[];
  /** Patterns of addresses that stand in for a picture that never was: text with `*` for anything. */
  readonly standInImages: readonly string[];
  /** A `data:` image longer than this many characters is too large to stay in the text. */
  readonly longestDataUri: number;
}

/** What images are judged by: one article as it was read, the settings and what is known of its images. */
export interface ArticleWithImages {
  readonly path: string;
  readonly text: string;
  readonly settings: ImageSettings;
  readonly knowledge: ImageKnowledge;
  readonly frontMatter: FrontMatterData;
  readonly fields: FrontMatterFields;
  readonly body: Body;
  readonly entry: Pick<ArticleEntry, 'link' | 'date'>;
}
