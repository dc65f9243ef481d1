import type { PlaceInLines } from '../core/problems/detailedFile';
import type { Problem, Severity } from '../core/problems/problem';
import { inEnglish } from '../core/text/message';

/** One problem as reports tell it. */
export interface ReportedProblem {
  /** Relative to the archive, with `/`. */
  readonly path: string;
  /** As a person would write it from where they are. */
  readonly shownPath: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly range: PlaceInLines;
  readonly fixable: boolean;
  readonly related: readonly { readonly shownPath: string; readonly message: string }[];
}

/** All that a run of checks has found, sorted by path and then by place. */
export interface CheckReport {
  readonly problems: readonly ReportedProblem[];
  /** How many articles were checked. */
  readonly files: number;
}

export interface ReportSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly informations: number;
  readonly hints: number;
}

export function summaryOf({ problems, files }: CheckReport): ReportSummary {
  const count = (severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;
  return {
    files,
    errors: count('error'),
    warnings: count('warning'),
    informations: count('information'),
    hints: count('hint'),
  };
}

export function reported(
  path: string,
  { rule, severity, message, fixable, related }: Problem,
  range: PlaceInLines,
  shown: (path: string) => string,
): ReportedProblem {
  return {
    path,
    shownPath: shown(path),
    rule,
    severity,
    message: inEnglish(message),
    range,
    fixable,
    related: (related ?? []).map((place) => ({ shownPath: shown(place.path), message: inEnglish(place.message) })),
  };
}
