import * as vscode from 'vscode';
import type { Problem, Severity } from '../../../core/problems/problem';
import { counted } from '../../ui/counts';

const icons: Readonly<Record<Severity, string>> = {
  error: '$(error)',
  warning: '$(warning)',
  information: '$(info)',
  hint: '$(pass)',
};
const gravestFirst: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** An article's problems in few words, with how many there are of each severity when pointed at. */
export function describeProblemCounts(
  problems: readonly Problem[],
): Required<Pick<vscode.StatusBarItem, 'text' | 'tooltip'>> & Pick<vscode.StatusBarItem, 'accessibilityInformation'> {
  const { t } = vscode.l10n;
  const counts = new Map<Severity, number>();
  for (const { severity } of problems) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  // Hints are advice and no counter counts them.
  const all = problems.length - (counts.get('hint') ?? 0);
  const gravest = gravestFirst.find((severity) => counts.has(severity)) ?? 'hint';
  const label = all === 0 ? t('No problems') : counted(t('1 problem|{0} problems'), all);
  const parts = gravestFirst.flatMap((severity) => describe(severity, counts.get(severity) ?? 0));
  const tooltip =
    parts.length === 0 ? t('No problems in this article') : `${t('In this article:')} ${parts.join(', ')}`;
  return { text: `${icons[gravest]} ${label}`, tooltip, accessibilityInformation: { label: tooltip, role: 'button' } };
}

function describe(severity: Severity, count: number): readonly string[] {
  const { t } = vscode.l10n;
  if (count === 0) return [];
  switch (severity) {
    case 'error':
      return [counted(t('1 error|{0} errors'), count)];
    case 'warning':
      return [counted(t('1 warning|{0} warnings'), count)];
    case 'information':
      return [counted(t('1 piece of information|{0} pieces of information'), count)];
    case 'hint':
      return [counted(t('1 hint|{0} hints'), count)];
  }
}
