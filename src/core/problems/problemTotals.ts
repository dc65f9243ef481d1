import type { Severity } from './problem';
import { gravity, type RuleCount } from './problemSummary';

/** How many problems there are in a group, and how grave they are. */
export class ProblemTotals {
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, information: 0, hint: 0 };
  #fixable = 0;

  add({ severity, count, fixable }: RuleCount, sign: 1 | -1): void {
    this.#counts[severity] += sign * count;
    this.#fixable += sign * fixable;
  }

  get bySeverity(): Readonly<Record<Severity, number>> {
    return this.#counts;
  }

  get count(): number {
    const { error, warning, information, hint } = this.#counts;
    return error + warning + information + hint;
  }

  /** How many of them fix all would mend. */
  get fixable(): number {
    return this.#fixable;
  }

  get gravest(): Severity {
    const { error, warning, information } = this.#counts;
    if (error > 0) return 'error';
    if (warning > 0) return 'warning';
    return information > 0 ? 'information' : 'hint';
  }
}

/** The gravest first, then the most. */
export function compareTotals(a: ProblemTotals, b: ProblemTotals): number {
  return gravity[b.gravest] - gravity[a.gravest] || b.count - a.count;
}
