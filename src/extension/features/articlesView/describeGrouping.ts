import * as vscode from 'vscode';
import { type Grouping, isProfileGrouping } from '../../../core/archive/grouping';
import type { Archive } from '../../workspace/archives/archive';

/** By what of their sources the articles are grouped, which their groups alone do not say; empty where they are not. */
export function describeGrouping(grouping: Grouping, archives: readonly Archive[]): string {
  if (!isProfileGrouping(grouping)) return '';
  const { t } = vscode.l10n;
  switch (grouping) {
    case 'profile:kind':
      return t('Kind');
    case 'profile:country':
      return t('Country');
    case 'profile:language':
      return t('Languages');
    case 'profile:owner':
      return t('Owner');
    case 'profile:funding':
      return t('Funding');
    default: {
      const id = grouping.slice('rating:'.length);
      const scales = archives.flatMap(({ sourceFile }) => sourceFile.profiles.scales);
      return scales.find((scale) => scale.id === id)?.name ?? id;
    }
  }
}
