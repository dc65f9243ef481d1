/** What is in the HTML of a page for its script. */
export interface PageData<To, Strings> {
  /** Every text of the page's own in the person's language. */
  readonly strings: Strings;
  /** The messages that it begins with, as if they had been sent. */
  readonly first: readonly To[];
}
