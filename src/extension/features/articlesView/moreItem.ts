import * as vscode from 'vscode';
import { commandName } from '../../contributions';
import { showNumber } from '../../showNumber';
import type { MoreRow } from './articlesProvider';

/** The last row of a group with more articles than are shown at once. */
export function moreItem(row: MoreRow): vscode.TreeItem {
  const item = new vscode.TreeItem(vscode.l10n.t('{0} more…', showNumber(row.hidden)));
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.contextValue = 'more';
  item.command = { command: commandName('showMore'), title: vscode.l10n.t('Show More'), arguments: [row] };
  return item;
}
