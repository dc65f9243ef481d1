import * as vscode from 'vscode';
import type { Level } from '../../core/problems/problem';

/** The word for a level in the person's language. */
export function levelName(level: Level): string {
  const { t } = vscode.l10n;
  const names: Readonly<Record<Level, string>> = {
    off: t('off'),
    hint: t('hint'),
    information: t('information'),
    warning: t('warning'),
    error: t('error'),
  };
  return names[level];
}
