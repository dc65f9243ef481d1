import * as vscode from 'vscode';
import type { AgreementReport } from '../../../core/annotations/agreement/agreementReport';
import { type AgreementFormat, writeAgreement } from '../../../core/annotations/agreement/agreementTables';
import { showInformation } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';

interface FormatItem extends vscode.QuickPickItem {
  readonly format: AgreementFormat;
  readonly name: string;
}

/** Writes a report into a file that a person chooses, as the command line writes it. */
export async function exportAgreement(report: AgreementReport, archive: Archive): Promise<void> {
  const { t } = vscode.l10n;
  const picked = await vscode.window.showQuickPick(formats(), { title: t('Export Agreement As') });
  if (picked === undefined) return;
  const extension = picked.name.slice(picked.name.lastIndexOf('.') + 1);
  const file = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(archive.folder.uri, picked.name),
    filters: { [picked.label]: [extension] },
  });
  if (file === undefined) return;
  await writeReport(report, picked.format, file);
  const open = t('Open');
  const told = t('The report was written to {0}.', file.path.slice(file.path.lastIndexOf('/') + 1));
  if ((await showInformation(told, open)) === open) await vscode.window.showTextDocument(file);
}

export async function writeReport(report: AgreementReport, format: AgreementFormat, file: vscode.Uri): Promise<void> {
  const text = [...writeAgreement(report, format)].join('');
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
}

function formats(): readonly FormatItem[] {
  const { t } = vscode.l10n;
  return [
    { label: 'JSON', detail: t('The whole report for programs'), format: 'json', name: 'agreement.json' },
    {
      label: t('CSV of coefficients'),
      detail: t('A table for spreadsheets, a row for each coefficient'),
      format: 'csv',
      name: 'agreement.csv',
    },
    {
      label: t('CSV of disagreements'),
      detail: t('A table for spreadsheets, a row for each disagreement'),
      format: 'csv-disagreements',
      name: 'disagreements.csv',
    },
  ];
}
