import type { Problem, Severity } from './problem';

/** How often a rule has fired in one article. */
export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
  /** How many of them fix all would mend. */
  readonly fixable: number;
}

/** What an archive remembers of one article's problems. The places are found again when somebody looks. */
export type ProblemSummary = readonly RuleCount[];

export const noProblems: ProblemSummary = [];

export function summaryOf(problems: readonly Problem[]): ProblemSummary {
  const counts = new Map<string, { rule: string; severity: Severity; count: number; fixable: number }>();
  for (const { rule, severity, safelyFixable } of problems) {
    const known = counts.get(rule) ?? { rule, severity, count: 0, fixable: 0 };
    known.count++;
    known.fixable += Number(safelyFixable);
    counts.set(rule, known);
  }
  return [...counts.values()].sort((a, b) => (a.rule < b.rule ? -1 : 1));
}

/** How many problems there are; hints are advice and do not count. */
export function problemCount(summary: ProblemSummary): number {
  return summary.reduce((sum, { severity, count }) => sum + (severity === 'hint' ? 0 : count), 0);
}

/** The more, the graver. */
export const gravity: Readonly<Record<Severity, number>> = { hint: 0, information: 1, warning: 2, error: 3 };

export function gravestOf(summary: ProblemSummary): Severity | undefined {
  let gravest: Severity | undefined;
  for (const { severity } of summary) {
    if (gravest === undefined || gravity[severity] > gravity[gravest]) gravest = severity;
  }
  return gravest;
}
