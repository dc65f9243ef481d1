/** One article body made to do harm. `§` stands for a script that would be noticed, `¤` for an address that counts. */
export interface Attack {
  readonly kind: string;
  readonly body: string;
}
