import type { TextRange } from '../../text/textRange';
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
  /** How many times the very quote stands in the text. */
  readonly copies: number;
  /** How near it is to where it is expected, 0 to 1. */
  readonly nearness: number;
  readonly away: number;
}

/** How good a place is. */
export interface Judgement {
  /** The passage is taken to be there from `threshold` on. */
  readonly score: number;
  /** For choosing among several. */
  readonly rank: number;
  /** How well the context fits on both sides. */
  readonly context: number;
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
  home: { weight: 6, one: 0.75, both: 0.62 },
  gap: { weight: 26, one: 0.8, both: 0.65 },
  changed: { weight: 36, one: 0.85, both: 0.7 },
  replacing: { weight: 36, one: 0.85, both: 0.7 },
  unknown: { weight: 40, one: 0.8, both: 0.65 },
  other: never,
};

/** The share of errors that is toleratedErrors, by what speaks for the place. */
const toleratedErrors: Readonly<
  Record<PlaceEvidence, { readonly both: number; readonly one: number; readonly weight: number }>
> = {
  own: { both: 0.42, one: 0.35, weight: 0.3 },
  home: { both: 0.36, one: 0.26, weight: 0.3 },
  gap: { both: 0.4, one: 0.25, weight: 0.25 },
  changed: { both: 0.35, one: 0.2, weight: 0.2 },
  replacing: { both: 0.35, one: 0.2, weight: 0.2 },
  unknown: { both: 0.4, one: 0.3, weight: 0.25 },
  other: { both: 0, one: 0, weight: 0 },
};

const evidenceBonus: Readonly<Record<PlaceEvidence, number>> = {
  own: 0.7,
  home: 0.6,
  gap: 0.3,
  changed: 0.1,
  replacing: -0.15,
  unknown: 0.1,
  other: -1,
};

export function judgePlace(facts: PlaceFacts): Judgement {
  const { errors, evidence, nearness, away } = facts;
  const before = facts.before ?? facts.after ?? 0.5;
  const after = facts.after ?? facts.before ?? 0.5;
  const both = (before + after) / 2;
  const quality = Math.max(
    0,
    Math.min(1, 0.6 * (1 - errors) + 0.3 * both + 0.1 * Math.max(0, evidenceBonus[evidence])),
  );
  const isTaken = errors === 0 ? meets(facts, both) : errors <= mostErrors(facts, both);
  return {
    score: isTaken ? threshold + (1 - threshold) * quality : threshold * 0.98 * quality,
    context: both,
    rank: 1.2 * (1 - errors) + both + evidenceBonus[evidence] + 0.1 * nearness - (evidence === 'home' ? 0.3 * away : 0),
  };
}

/** A place as it is compared with others, and with that the passage is gone. */
export interface RankedPlace extends TextRange {
  readonly rank: number;
  readonly errors: number;
  /** How well the context fits on both sides. */
  readonly context: number;
}

/** What speaks for that a passage was deleted or replaced: how well what stood before and after it fits where it would be. */
export interface Gone {
  /** With nothing between. */
  readonly closed: number;
  /** With other text between, which stands there. */
  readonly replaced: TextRange & { readonly fit: number };
  readonly weight: number;
  readonly isHomeKnown: boolean;
}

/** Between neighbours that fit so well is what became of the passage. */
const surelyReplaced = 0.75;
/** A short quote elsewhere is another where its context fits so much worse. */
const muchWorse = 0.25;
/** A quote that says so much, about a short sentence, may have been moved away from its neighbours. */
const telling = 20;

/**
 * Whether a place is to be taken though the passage may be gone: the less of the quote stands there, and the less that says,
 * the likelier it is another. What is only like the quote must have context that fits better than without it.
 */
export function outranks(place: RankedPlace, gone: Gone): boolean {
  const { rank, errors, context } = place;
  const { closed, replaced, weight, isHomeKnown } = gone;
  const fit = isBetween(place, replaced) ? closed : Math.max(closed, replaced.fit);
  if (errors > 0 && context < fit) return false;
  if (weight < telling && context + muchWorse < replaced.fit && isReplaced(gone, place)) return false;
  const likely = 0.62 - (weight * Math.max(0, 1 - 3 * errors)) / 100;
  return rank >= 1.2 * likely + fit + (isHomeKnown ? 0.5 : evidenceBonus.unknown) + 0.1;
}

/** Whether something else stands between the neighbours of the passage than what stands at a place. */
export function isReplaced({ replaced }: Gone, place: TextRange): boolean {
  return replaced.fit > surelyReplaced && !isBetween(place, replaced);
}

function isBetween(place: TextRange, { start, end }: TextRange): boolean {
  return place.start < end && place.end > start;
}

/** A quote of which nothing else is known may stand anywhere, if it is more than a word. */
const heavyAlone = 12;

/**
 * How much must weigh where the quote stands nowhere else: what fits without a gap, or, where its neighbours tell nothing, the
 * quote alone, which may be one of several that stood in the old text.
 */
const onlyWeight: Readonly<Record<PlaceEvidence, number>> = {
  own: 0,
  home: 0,
  gap: 6,
  changed: 14,
  replacing: 14,
  unknown: 14,
  other: Number.POSITIVE_INFINITY,
};

/** A quote that stands several times must say so much with what fits around it, by which it is told from the others. */
const repeated = 8;

function meets({ weight, quoteWeight, before, after, evidence, copies, away }: PlaceFacts, both: number): boolean {
  const isAlone = evidence === 'unknown' || evidence === 'changed' || evidence === 'replacing';
  const least = evidence === 'home' ? 10 * away : onlyWeight[evidence];
  if (copies === 1 && (isAlone ? quoteWeight : weight) >= least) return true;
  if (before === undefined && after === undefined && evidence === 'unknown') return quoteWeight >= heavyAlone;
  if (copies > 1 && weight < repeated && evidence !== 'own')
    return evidence === 'home' && (weight >= 4 || both >= 0.75);
  const demand = unchanged[evidence];
  return weight >= demand.weight || Math.max(before ?? 0, after ?? 0) >= demand.one || both >= demand.both;
}

function mostErrors({ weight, quoteWeight, errors, before, after, evidence }: PlaceFacts, both: number): number {
  const limit = toleratedErrors[evidence];
  const most = quoteWeight >= 16 && both < 0.95 ? (evidence === 'own' ? 1 / 3 : 0.25) : 1;
  if (both >= 0.65) return Math.min(most, limit.both);
  if (Math.max(before ?? 0, after ?? 0) >= 0.7) return Math.min(most, limit.one);
  return weight * (1 - 3 * errors) >= unchanged[evidence].weight ? limit.weight : 0;
}
