import type { Part, PartContext } from './parts/part';
import type { Measured } from './table/figure';
import type { Outcome, PartResult } from './table/tableRows';

/** What has a name to be told apart by: a checkout. */
type Named = { readonly name: string };

export interface PartRun<Measurable extends Named> {
  readonly own: Measurable;
  readonly other?: Measurable;
  readonly context: Omit<PartContext, 'round'>;
  readonly rounds: number;
  readonly say: (line: string) => void;
}

/**
 * Measures a part in rounds. In each the references come first and then both checkouts, now the one first and now the
 * other: what else the machine does is shared by all. A checkout that fails is left out of the rounds that follow.
 */
export async function runPart<Measurable extends Named>(
  part: Part<Measurable>,
  { own, other, context, rounds, say }: PartRun<Measurable>,
): Promise<PartResult> {
  const ownTally = new Tally(own);
  const otherTally = other && new Tally(other);
  for (let round = 0; round < rounds && ownTally.failure === undefined; round++) {
    say(`${part.name}, round ${round + 1} of ${rounds} …`);
    const inRound = { ...context, round };
    let references: Measured = {};
    try {
      references = (await part.references?.(inRound)) ?? {};
    } catch (error) {
      ownTally.failure = `its references: ${reasonOf(error)}`;
      break;
    }
    const tallies = otherTally === undefined ? [ownTally] : [ownTally, otherTally];
    for (const tally of round % 2 === 0 ? tallies : tallies.toReversed()) {
      await tally.measure(part, inRound, references);
    }
  }
  return {
    part: part.name,
    figures: part.figures,
    own: ownTally.outcome,
    ...(otherTally === undefined ? {} : { other: otherTally.outcome }),
  };
}

class Tally<Measurable extends Named> {
  failure: string | undefined;
  readonly #checkout: Measurable;
  readonly #rounds: Measured[] = [];

  constructor(checkout: Measurable) {
    this.#checkout = checkout;
  }

  get outcome(): Outcome {
    return this.failure === undefined ? { rounds: this.#rounds } : { failure: this.failure };
  }

  async measure(part: Part<Measurable>, context: PartContext, references: Measured): Promise<void> {
    if (this.failure !== undefined) return;
    try {
      this.#rounds.push({ ...references, ...(await part.measure(this.#checkout, context)) });
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
