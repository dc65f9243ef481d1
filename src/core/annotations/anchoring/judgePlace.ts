import type { PlaceEvidence } from './pieceEvidence';

/** What is known of a place that may be the passage's. */
export interface PlaceFacts {
  /** How much the quote and what fits right before and after it say, see `weightOf`. */
  readonly weight: number;
  /** How much the quote alone says. */
  readonly quoteWeight: number;
  /** Edits between the quote and what stands there, of the quote's length. */
  readonly errors: number;
  /** How well what stands before and after fits, 0 to 1; undefined where nothing is known. */
  readonly before: number | undefined;
  readonly after: number | undefined;
  readonly evidence: PlaceEvidence;
  /** The quote stands nowhere else in the text. */
  readonly isOnly: boolean;
  /** How near it is to where it is expected, 0 to 1. */
  readonly nearness: number;
}

/** How good a place is. */
export interface Judgement {
  /** The passage is taken to be there from `threshold` on. */
  readonly score: number;
  /** For choosing among several. */
  readonly rank: number;
}

/** Below this a passage is an orphan. */
export const threshold = 0.5;

interface Demand {
  /** What fits without a gap needs no other context if it weighs this much. */
  readonly weight: number;
  /** Or one side must fit as well as this. */
  readonly one: number;
  /** Or both on average. */
  readonly both: number;
}

const never: Demand = { weight: Number.POSITIVE_INFINITY, one: 2, both: 2 };

const unchanged: Readonly<Record<PlaceEvidence, Demand>> = {
  own: { weight: 0, one: 0, both: 0 },
  gap: { weight: 15, one: 0.75, both: 0.62 },
  edge: { weight: 26, one: 0.8, both: 0.65 },
  changed: { weight: 36, one: 0.85, both: 0.7 },
  unknown: { weight: 40, one: 0.8, both: 0.65 },
  other: never,
};

/** The share of errors that is borne, by what speaks for the place. */
const borne: Readonly<Record<PlaceEvidence, { readonly both: number; readonly one: number; readonly weight: number }>> =
  {
    own: { both: 0.5, one: 0.45, weight: 0.4 },
    gap: { both: 0.42, one: 0.35, weight: 0.3 },
    edge: { both: 0.4, one: 0.3, weight: 0.25 },
    changed: { both: 0.35, one: 0.25, weight: 0.2 },
    unknown: { both: 0.4, one: 0.3, weight: 0.25 },
    other: { both: 0, one: 0, weight: 0 },
  };

const heavy = 60;

const worth: Readonly<Record<PlaceEvidence, number>> = {
  own: 1,
  gap: 0.6,
  edge: 0.3,
  changed: 0.1,
  unknown: 0.1,
  other: -1,
};

export function judgePlace(facts: PlaceFacts): Judgement {
  const { errors, evidence, nearness } = facts;
  const before = facts.before ?? facts.after ?? 0.5;
  const after = facts.after ?? facts.before ?? 0.5;
  const both = (before + after) / 2;
  const quality = Math.max(0, Math.min(1, 0.6 * (1 - errors) + 0.3 * both + 0.1 * Math.max(0, worth[evidence])));
  const isTaken = errors === 0 ? meets(facts, both) : errors <= bearable(facts, both);
  return {
    score: isTaken ? threshold + (1 - threshold) * quality : threshold * 0.98 * quality,
    rank: 1.2 * (1 - errors) + 0.6 * both + worth[evidence] + 0.1 * nearness,
  };
}

/** A quote of which nothing else is known may stand anywhere, if it is more than a word. */
const heavyAlone = 12;

/**
 * How much must weigh where the quote stands nowhere else: what fits without a gap, or, where its neighbours tell nothing, the
 * quote alone, which may be one of several that stood in the old text.
 */
const onlyWeight: Readonly<Record<PlaceEvidence, number>> = {
  own: 0,
  gap: 10,
  edge: 16,
  changed: 26,
  unknown: 14,
  other: Number.POSITIVE_INFINITY,
};

function meets({ weight, quoteWeight, before, after, evidence, isOnly }: PlaceFacts, both: number): boolean {
  const isAlone = evidence === 'unknown' || evidence === 'changed';
  if (isOnly && (isAlone ? quoteWeight : weight) >= onlyWeight[evidence]) return true;
  if (before === undefined && after === undefined && evidence === 'unknown') return weight >= heavyAlone;
  const demand = unchanged[evidence];
  return weight >= demand.weight || Math.max(before ?? 0, after ?? 0) >= demand.one || both >= demand.both;
}

function bearable({ weight, before, after, evidence }: PlaceFacts, both: number): number {
  const limit = borne[evidence];
  if (both >= 0.65) return limit.both;
  if (Math.max(before ?? 0, after ?? 0) >= 0.7) return limit.one;
  return weight >= heavy ? limit.weight : 0;
}

/** How much a normalised text says: a Chinese character about as much as two letters. */
export function weightOf(normalised: string): number {
  let weight = 0;
  for (let at = 0; at < normalised.length; at++) weight += normalised.charCodeAt(at) >= 0x2e80 ? 2 : 1;
  return weight;
}
