import * as vscode from 'vscode';
import type { ProfileGrouping } from '../../../core/archive/grouping';
import type { Services } from '../../services';

interface GroupingItem extends vscode.QuickPickItem {
  readonly grouping: ProfileGrouping;
}

/** Asks by what of their sources the articles are to be grouped. */
export async function askForProfileGrouping({ trees, articlesState }: Services): Promise<ProfileGrouping | undefined> {
  const { t } = vscode.l10n;
  const scales = new Map(
    trees.shown.flatMap(({ sourceFile }) => sourceFile.profiles.scales.map(({ id, name }) => [id, name] as const)),
  );
  const items: readonly GroupingItem[] = [
    { label: t('$(organization) Kind'), grouping: 'profile:kind' },
    { label: t('$(globe) Country'), grouping: 'profile:country' },
    { label: t('$(book) Language'), grouping: 'profile:language' },
    { label: t('$(account) Owner'), grouping: 'profile:owner' },
    { label: t('$(credit-card) Funding'), grouping: 'profile:funding' },
    ...[...scales].map(([id, name]): GroupingItem => ({ label: `$(star) ${name}`, grouping: `rating:${id}` })),
  ];
  const shown = items.map((item) => ({
    ...item,
    ...(item.grouping === articlesState.arrangement.grouping && { description: t('now') }),
  }));
  const placeHolder = t('Group articles by what of their sources?');
  return (await vscode.window.showQuickPick(shown, { placeHolder }))?.grouping;
}
