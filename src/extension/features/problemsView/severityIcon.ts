import * as vscode from 'vscode';
import type { Severity } from '../../../core/problems/problem';

/** The icons and colours that VS Code itself shows problems with. */
const icons: Readonly<Record<Severity, readonly [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  information: ['info', 'problemsInfoIcon.foreground'],
  hint: ['lightbulb', 'descriptionForeground'],
};

export function severityIcon(severity: Severity): vscode.ThemeIcon {
  const [icon, color] = icons[severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
