import * as vscode from 'vscode';
import { faultMessage } from '../../../core/text/json/faultMessage';
import { faultPlace, type JsonFault } from '../../../core/text/json/jsonFault';
import { showWarning } from '../../ui/notify';
import { translate } from '../../ui/translate';
import type { Archive } from './archive';
import { showAt } from './textFile';

/** More than this is read better in the file itself. */
const mostTold = 3;

/** Says what of one of the archive's own files is not used and what is done instead, and offers to open it at the place. */
export async function tellFaults(
  archive: Archive,
  path: string,
  faults: readonly JsonFault[],
  consequence: string,
): Promise<void> {
  const { t } = vscode.l10n;
  const [first] = faults;
  if (first === undefined) return;
  const open = t('Open');
  const told = faults.slice(0, mostTold).map((fault) => translate(faultMessage(fault)));
  const reasons = faults.length > mostTold ? [...told, '…'] : told;
  const message = t('{0} of {1}: {2} {3}', path, archive.folder.name, reasons.join(' '), consequence);
  if ((await showWarning(message, open)) !== open) return;
  const uri = archive.uri({ path });
  const { start } = faultPlace((await vscode.workspace.openTextDocument(uri)).getText(), first);
  await showAt(uri, start);
}
