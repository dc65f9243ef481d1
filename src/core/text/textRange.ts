/** A place in a document's text: UTF-16 code units from its start, the end not included. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}
