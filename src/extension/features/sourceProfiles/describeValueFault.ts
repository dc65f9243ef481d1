import * as vscode from 'vscode';
import type { ValueFault } from '../../../core/sources/profileFaults';

/** Why a value cannot be taken, and what to write instead. */
export function describeValueFault(fault: ValueFault): string {
  const { t } = vscode.l10n;
  switch (fault) {
    case 'empty':
      return t('Write a name that is not taken.');
    case 'twice':
      return t('It is in the list already.');
    case 'address':
      return t('This is no web URL. Write one such as https://news.example.com.');
    case 'host':
      return t('Write a host name alone, such as news.example.com: no “https://”, port or path.');
    case 'kind':
      return t('This is none of the kinds.');
    case 'day':
      return t('Choose a day.');
    case 'scale':
      return t('There is no such scale.');
    case 'range':
      return t('The value is not on the scale.');
    case 'span':
      return t('The highest step must be above the lowest.');
    case 'name':
      return t('Another source goes by this name already.');
  }
}
