/** One image to look at. */
export interface RemoteImage {
  readonly url: string;
  /** The address of the article's own site, told to servers that refuse an image to anybody else. */
  readonly site?: string;
}
