import * as vscode from 'vscode';
import { sourcesPath } from '../../../core/config/archiveConfig';
import type { FileFault } from '../../../core/text/json/fieldReader';
import { jsonFaultPlace } from '../../../core/text/json/jsonFaultPlace';
import { jsonPlace } from '../../../core/text/json/setJsonValue';
import { showWarning } from '../../ui/notify';
import type { Archive } from '../../workspace/archives/archive';
import { describeFileFault } from './describeFault';
import { showSourcesAt, sourcesText } from './sourcesText';

/** More than this is read better in the file itself. */
const mostTold = 3;

/** Says what of `sources.json` is not used, and offers to open the place. */
export async function tellSourcesFaults(archive: Archive, faults: readonly FileFault[]): Promise<void> {
  const { t } = vscode.l10n;
  const open = t('Open');
  const told = faults.slice(0, mostTold).map(describeFileFault);
  const reasons = faults.length > mostTold ? [...told, '…'] : told;
  const consequence = t('It is left out.');
  const message = t('{0} of {1}: {2} {3}', sourcesPath, archive.folder.name, reasons.join(' '), consequence);
  if ((await showWarning(message, open)) !== open) return;
  const text = (await sourcesText(archive)) ?? '';
  const place = jsonPlace(text, faults[0]?.path ?? []);
  await showSourcesAt(archive, jsonFaultPlace(text) ?? place?.start ?? 0);
}
