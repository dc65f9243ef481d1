import * as vscode from 'vscode';
import type { ProblemGroup } from '../../../core/problems/problemGroup';
import { commandName } from '../../contributions';
import { showNumber } from '../../showNumber';

/** What a rule is about, how often it has fired, and the way to its documentation. All of it is our own text. */
export function ruleTooltip(group: ProblemGroup, summary: string): vscode.MarkdownString {
  const { t } = vscode.l10n;
  const tooltip = new vscode.MarkdownString();
  tooltip.isTrusted = { enabledCommands: [commandName('showRule')] };
  tooltip.appendMarkdown('**').appendText(summary).appendMarkdown('**\n\n');
  tooltip.appendText(t('{0} problems in {1} articles', showNumber(group.count), showNumber(group.articles)));
  if (group.fixable > 0) {
    tooltip.appendMarkdown('  \n').appendText(t('{0} can be fixed safely', showNumber(group.fixable)));
  }
  const argument = encodeURIComponent(JSON.stringify([group.key]));
  tooltip.appendMarkdown(`\n\n[${group.key}](command:${commandName('showRule')}?${argument})`);
  return tooltip;
}
