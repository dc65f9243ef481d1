import * as vscode from 'vscode';
import type { Severity } from '../../../core/problems/problem';

/** What a filter by severity lets through. */
export function severityLabel(severity: Severity): string {
  const { t } = vscode.l10n;
  const labels: Readonly<Record<Severity, string>> = {
    error: t('errors only'),
    warning: t('errors and warnings'),
    information: t('all but hints'),
    hint: t('any'),
  };
  return labels[severity];
}
