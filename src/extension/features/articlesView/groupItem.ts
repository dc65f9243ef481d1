import * as vscode from 'vscode';
import type { GroupNode } from '../../../core/archive/groupNode';
import { showNumber } from '../../showNumber';

const icons: Readonly<Record<string, string>> = {
  source: 'library',
  noSource: 'library',
  year: 'calendar',
  month: 'calendar',
  day: 'calendar',
  noDate: 'calendar',
  unreadableDate: 'calendar',
  category: 'tag',
  noCategory: 'tag',
  folder: 'folder',
};

/** The row of a group, or of a line of groups with one child each; an archive's own row has a name given. */
export function groupItem(group: GroupNode, name?: string): vscode.TreeItem {
  const label = name ?? group.line.map(groupLabel).join(' ▸ ');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
  const kind = group.key?.kind;
  item.id = group.id;
  item.description = showNumber(group.count);
  item.tooltip = vscode.l10n.t(
    '{0}: {1} articles, {2} unread',
    label,
    showNumber(group.count),
    showNumber(group.unread),
  );
  item.contextValue = kind === 'source' || kind === 'noSource' ? 'group source' : 'group';
  item.iconPath = new vscode.ThemeIcon(icons[kind ?? ''] ?? 'archive');
  item.accessibilityInformation = { label: item.tooltip };
  return item;
}

/** The name of one group as a person reads it. */
export function groupLabel(group: GroupNode): string {
  const { key } = group;
  switch (key?.kind) {
    case undefined:
      return '';
    case 'year':
      return key.key;
    case 'month':
      return monthName(key.number);
    case 'day':
      return vscode.l10n.t('Day {0}', key.number);
    case 'noDate':
      return vscode.l10n.t('No date');
    case 'unreadableDate':
      return vscode.l10n.t('Unreadable date');
    case 'noSource':
      return vscode.l10n.t('Unknown source');
    case 'noCategory':
      return vscode.l10n.t('No category');
    default:
      return group.name;
  }
}

function monthName(month: number): string {
  return new Intl.DateTimeFormat(vscode.env.language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2000, month - 1),
  );
}
