/** What the archive says about how its articles are to be read. Plain and clonable. */
export interface ReadingRules {
  /** Front matter fields that may name the source, best first. */
  readonly sourceFields: readonly string[];
  /** Front matter fields that may hold the address of the original article, best first. */
  readonly linkFields: readonly string[];
  /** Front matter fields that may hold the date, best first. */
  readonly dateFields: readonly string[];
  /** IANA name of the zone that dates without one are in. */
  readonly timeZone: string;
}

export const defaultReadingRules: Omit<ReadingRules, 'timeZone'> = {
  sourceFields: ['source', 'publisher', 'site', 'author'],
  linkFields: ['link', 'url', 'original', 'from', 'canonical'],
  dateFields: ['date', 'published', 'pubDate', 'created'],
};
