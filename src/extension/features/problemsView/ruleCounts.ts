import type { Severity } from '../../../core/problems/problem';
import { gravity } from '../../../core/problems/problemSummary';
import type { Services } from '../../services';

export interface RuleTotal {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** How often each rule has fired in all archives, whatever the filter hides but hints; the gravest first. */
export function ruleCounts({ trees, problemTrees }: Services): readonly RuleTotal[] {
  const totals = new Map<string, RuleTotal>();
  for (const archive of trees.shown) {
    for (const [, summary] of archive.problems.entries()) {
      for (const { rule, severity, count } of summary) {
        if (severity === 'hint' && !problemTrees.look.arrangement.hints) continue;
        const known = totals.get(rule);
        const graver = known !== undefined && gravity[known.severity] > gravity[severity] ? known.severity : severity;
        totals.set(rule, { rule, severity: graver, count: (known?.count ?? 0) + count });
      }
    }
  }
  return [...totals.values()].sort((a, b) => gravity[b.severity] - gravity[a.severity] || b.count - a.count);
}
