import * as vscode from 'vscode';
import type { ArticleLeaf } from '../../../core/archive/articleTree';
import { isWebUrl } from '../../../core/article/articleSource';
import { commandName } from '../../contributions';
import { showDateBriefly } from '../../ui/showDate';
import { showNumber } from '../../ui/showNumber';
import type { Archive } from '../../workspace/archives/archive';
import { decoratedUri } from './problemDecorations';

/** The row of an article. Its tooltip is made when the pointer rests on it. */
export function articleItem(leaf: ArticleLeaf, archive: Archive, annotations: number): vscode.TreeItem {
  const { item: entry, measure } = leaf;
  const unread = measure.isUnread;
  const uri = archive.uri(entry);
  const item = new vscode.TreeItem(entry.title, vscode.TreeItemCollapsibleState.None);
  const date = showDateBriefly(entry.date, archive.timeZone);
  item.id = leaf.id;
  // There is no place for a second icon in a row.
  item.description = annotations === 0 ? date : `${date} ✎ ${showNumber(annotations)}`;
  item.contextValue = ['article', unread ? 'unread' : 'read', ...(isWebUrl(entry.link) ? ['link'] : [])].join(' ');
  item.iconPath = articleIcon(unread);
  item.resourceUri = decoratedUri(uri);
  item.command = { command: commandName('openArticle'), title: vscode.l10n.t('Open'), arguments: [uri] };
  item.accessibilityInformation = {
    label: [
      entry.title,
      date,
      unread ? vscode.l10n.t('unread') : '',
      annotations === 0 ? '' : vscode.l10n.t('Annotations: {0}', showNumber(annotations)),
      archive.hasProblems(entry) ? vscode.l10n.t('has problems') : '',
    ]
      .filter(Boolean)
      .join(', '),
  };
  return item;
}

function articleIcon(unread: boolean): vscode.ThemeIcon {
  return unread
    ? new vscode.ThemeIcon('circle-filled', new vscode.ThemeColor('charts.blue'))
    : new vscode.ThemeIcon('circle-small-filled', new vscode.ThemeColor('disabledForeground'));
}
