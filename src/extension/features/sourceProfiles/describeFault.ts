import * as vscode from 'vscode';
import { fieldName } from '../../../core/config/configFault';
import type { ValueFault } from '../../../core/sources/profileFaults';
import type { FieldType, FileFault } from '../../../core/text/json/fieldReader';

/** What is wrong with a file of the archive, in a sentence. */
export function describeFileFault(fault: FileFault): string {
  const { t } = vscode.l10n;
  const field = fieldName(fault.path);
  switch (fault.kind) {
    case 'notJson':
      return t('It is not JSON: {0}.', fault.detail);
    case 'wrongType':
      return describeType(field, fault.expected);
    case 'missing':
      return t('“{0}” has no “{1}”.', field, fault.field);
    case 'duplicate':
      return t('“{0}” is there twice.', fault.value);
    case 'unknownValue':
      return fault.known.length === 0
        ? t('“{0}” cannot be “{1}”: there are none yet.', field, fault.value)
        : t('“{0}” cannot be “{1}”; it is one of {2}.', field, fault.value, fault.known.join(', '));
  }
}

function describeType(field: string, expected: FieldType): string {
  const { t } = vscode.l10n;
  switch (expected) {
    case 'object':
      return field === '' ? t('It must be an object in braces.') : t('“{0}” must be an object in braces.', field);
    case 'text':
      return t('“{0}” must be a text.', field);
    case 'texts':
      return t('“{0}” must be a list of texts.', field);
    case 'list':
      return t('“{0}” must be a list.', field);
    case 'number':
      return t('“{0}” must be a number.', field);
    case 'version':
      return t('This version of Marginalia reads version 1 only.');
  }
}

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
