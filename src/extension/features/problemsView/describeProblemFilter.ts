import * as vscode from 'vscode';
import type { ProblemFilter } from '../../../core/problems/problemFilter';
import { severityLabel } from './severityLabel';

/** A filter in words, part by part. */
export function describeProblemFilter({ text, severity, fixable, rules, sources }: ProblemFilter): string {
  const { t } = vscode.l10n;
  const parts: string[] = [];
  if (text !== undefined) parts.push(t('“{0}”', text));
  if (severity !== undefined) parts.push(severityLabel(severity));
  if (fixable) parts.push(t('safely fixable'));
  if (rules !== undefined) parts.push(rules.join(t(' or ')));
  if (sources !== undefined) parts.push(sources.map(({ name }) => name).join(t(' or ')));
  return parts.join(' · ');
}
