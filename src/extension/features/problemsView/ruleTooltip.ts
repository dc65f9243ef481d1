import * as vscode from 'vscode';
import type { ProblemGroup } from '../../../core/problems/problemTree';
import { commandName } from '../../contributions';
import { showNumber } from '../../ui/showNumber';

/** What a rule is about, how often it has fired, and the way to its documentation. All of it is our own text. */
export function ruleTooltip({ totals, size }: ProblemGroup, rule: string, summary: string): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = { enabledCommands: [commandName('showRule')] };
  // Not appended as text: spaces that do not break would make it one long line.
  const lines = [`**${summary}**`, t('Problems: {0}, articles: {1}', showNumber(totals.count), showNumber(size))];
  if (totals.fixable > 0) lines.push(t('Safely fixable: {0}', showNumber(totals.fixable)));
  const argument = encodeURIComponent(JSON.stringify([rule]));
  lines.push(`[${rule}](command:${commandName('showRule')}?${argument})`);
  return tooltip.appendMarkdown(lines.join('\n\n'));
}
