/** The date of an article as it is written and as it is read. */
export type ArticleDate =
  | {
      readonly kind: 'read';
      /** As written. */
      readonly text: string;
      /** Milliseconds since 1970. A day without a time is its first instant in the archive's zone. */
      readonly time: number;
      readonly precision: 'day' | 'time';
      /** `fileName` and `folder` are fallbacks where no field holds a date. */
      readonly from: 'field' | 'fileName' | 'folder';
    }
  | { readonly kind: 'unreadable'; readonly text: string }
  | { readonly kind: 'missing' };

/** Who published the article, before names are folded onto one. */
export interface SourceText {
  readonly text: string;
  /** `link` and `bodyLink`: the host of the original article's address. */
  readonly from: 'field' | 'link' | 'bodyLink';
}

/** Why front matter could not be read, or not all of it. */
export type FrontMatterFault = 'missing' | 'unclosed' | 'syntax' | 'notAMapping' | 'unsafeLanguage' | 'tooLarge';

/** Why a file could not be read as an article at all. */
export type FileFault = 'notUtf8' | 'cannotRead';

export type ArticleFault = FrontMatterFault | FileFault;

/** Whether nothing of a file could be read, be its front matter or its body. */
export function isUnreadable({ fault }: { readonly fault?: ArticleFault | undefined }): boolean {
  return fault === 'notUtf8' || fault === 'cannotRead';
}

/** What only the body can tell. */
export interface BodyFacts {
  /** Words of alphabetic scripts, and each Chinese, Japanese or Korean character as one. */
  readonly words: number;
  /** Characters a reader sees, white space not counted. */
  readonly characters: number;
  readonly images: number;
  readonly links: number;
}

/** What the archive remembers of one article: never its body. Plain and clonable. */
export interface ArticleEntry {
  /** Relative to the archive's folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly mtime: number;
  readonly title: string;
  readonly titleFrom: 'field' | 'heading' | 'fileName';
  readonly source?: SourceText;
  readonly author?: string;
  readonly date: ArticleDate;
  readonly categories: readonly string[];
  /** The address of the original article. */
  readonly link?: string;
  readonly fault?: ArticleFault;
  /** Absent until the whole file was read. */
  readonly body?: BodyFacts;
}
