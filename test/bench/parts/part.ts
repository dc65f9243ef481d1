import type { Checkout } from '../products/checkout';
import type { Figure, Measured } from '../table/figure';

export interface PartContext {
  /** A folder that stays from one round to the next and is gone after the part. */
  readonly scratch: string;
  readonly isQuick: boolean;
  /** How many articles the large archive of this run has. */
  readonly articles: number;
  /** From 0. */
  readonly round: number;
}

/** One part of the table, which can be measured by itself. */
export interface Part<Measurable extends { readonly name: string } = Checkout> {
  readonly name: string;
  readonly rounds: { readonly quick: number; readonly full: number };
  readonly figures: readonly Figure[];
  /** What the figures are held against, measured once in each round whatever is measured beside it. */
  references?(context: PartContext): Promise<Measured>;
  /** One round of one checkout. */
  measure(checkout: Measurable, context: PartContext): Promise<Measured>;
}
