import * as vscode from 'vscode';
import { showNumber } from './showNumber';

/** A number of articles in words. */
export function articleCount(count: number): string {
  return count === 1 ? vscode.l10n.t('1 article') : vscode.l10n.t('{0} articles', showNumber(count));
}
