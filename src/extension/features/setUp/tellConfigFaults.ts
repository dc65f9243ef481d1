import * as vscode from 'vscode';
import { type ConfigFault, configPath } from '../../../core/config/archiveConfig';
import type { ExpectedType } from '../../../core/config/configFault';
import { showWarning } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';

/** Says what of the configuration is not used and what is done instead, and offers to open it. */
export async function tellConfigFaults(
  archive: Archive,
  consequence: string,
  faults: readonly ConfigFault[],
): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const reasons = faults.map(describe).join(' ');
  const message = t('{0} of {1}: {2} {3}', configPath, archive.folder.name, reasons, consequence);
  if ((await showWarning(message, open)) === open) {
    await vscode.window.showTextDocument(vscode.Uri.joinPath(archive.folder.uri, configPath));
  }
}

function describe(fault: ConfigFault): string {
  const { t } = vscode.l10n;
  switch (fault.kind) {
    case 'notJson':
      return t('It is not JSON: {0}.', fault.detail);
    case 'unknownTimeZone':
      return t('There is no time zone “{0}”.', fault.value);
    case 'wrongType':
      return describeType(fault.field, fault.expected);
    case 'unknownRule':
      return fault.closest === undefined
        ? t('There is no rule “{0}”.', fault.value)
        : t('There is no rule “{0}”; is “{1}” meant?', fault.value, fault.closest);
    case 'unknownValue':
      return t('“{0}” cannot be “{1}”; it is one of {2}.', fault.field, fault.value, fault.known.join(', '));
    case 'unusablePattern':
      return t('“{0}”: the regular expression “{1}” cannot be used: {2}.', fault.field, fault.value, fault.detail);
    case 'unusableGlob':
      return t(
        '“{0}”: the glob “{1}” cannot be used; only *, **, ?, [ ] and { , } are known.',
        fault.field,
        fault.value,
      );
    case 'brokenSchema':
      return t('“{0}” is no JSON Schema that can be used: {1}.', fault.field, fault.detail);
  }
}

function describeType(field: string, expected: ExpectedType): string {
  const { t } = vscode.l10n;
  switch (expected) {
    case 'object':
      return field === '' ? t('It must be an object in braces.') : t('“{0}” must be an object in braces.', field);
    case 'string':
      return t('“{0}” must be a text.', field);
    case 'stringList':
      return t('“{0}” must be a list of texts.', field);
    case 'list':
      return t('“{0}” must be a list.', field);
    case 'positiveNumber':
      return t('“{0}” must be a number above 0.', field);
  }
}
