import * as vscode from 'vscode';
import { showNumber } from './showNumber';

/**
 * The form of a translated `one|many` that goes with a number; many languages write one form for both. `{0}` is the number
 * as a reader writes it, `{1}` and on are the others.
 */
export function counted(forms: string, count: number, ...others: readonly string[]): string {
  const [one = forms, many = one] = forms.split('|');
  const values = [showNumber(count), ...others];
  return (count === 1 ? one : many).replace(/\{(\d)\}/g, (place, index: string) => values[Number(index)] ?? place);
}

/** A number of articles in words. */
export function articleCount(count: number): string {
  return counted(vscode.l10n.t('1 article|{0} articles'), count);
}
