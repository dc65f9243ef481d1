/** A text that outlives the session, replaced as a whole: a reader finds the old one or the new. */
export interface KeptText {
  /** `undefined` where nothing has been kept yet. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}
