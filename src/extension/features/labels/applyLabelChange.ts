import * as vscode from 'vscode';
import { changeLabelFiles } from '../../../core/annotations/codebook/changeLabelFiles';
import { labelsPath } from '../../../core/annotations/codebook/codebook';
import type { LabelChange } from '../../../core/annotations/codebook/labelChange';
import { annotationFileOf } from '../../../core/annotations/store/annotationPaths';
import type { Services } from '../../services';
import { showInformation, showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import { applyChanges } from '../../workspace/bulkEdits/applyChanges';
import { collectChanges } from '../../workspace/bulkEdits/collectChanges';
import { mostAtOnce } from '../../workspace/bulkEdits/limitChanges';
import { withCountedProgress } from '../../workspace/bulkEdits/withCountedProgress';
import { concernedFiles, labelChangeMaker } from './labelChanges';
import { labelWords, tellChanged, tellEnded } from './tellLabelChange';

/** Changes the codebook and all annotations in one step that can be undone, after a look at what changes. */
export async function applyLabelChange(
  own: ArchiveAnnotations,
  change: LabelChange,
  services: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  const label = labelWords(change);
  const now = new Date().toISOString();
  const articles = new Set([...own.index.rows].map(({ article }) => article)).size;
  const paths = await withCountedProgress(t('Looking for the label'), articles, (signal, onDone) =>
    concernedFiles(own, change, signal, onDone),
  );
  if (paths === undefined) return;
  if (paths.length > mostAtOnce) {
    await withoutUndo(own, change, paths, services);
    return;
  }
  const maker = labelChangeMaker(own, change, label, now);
  const changes = await withCountedProgress(
    t('Looking for the label'),
    paths.length,
    (signal, onDone) => collectChanges(own.archive, paths, maker, signal, onDone),
    'files',
  );
  if (changes === undefined) return;
  if (changes.length === 0) {
    void showInformation(t('No file names this label: there is nothing to change.'));
    return;
  }
  const applied = await applyChanges(changes);
  if (applied === undefined) return;
  for (const document of applied.unsaved) if (!document.isClosed) await document.save();
  await readAgain(own, paths);
  tellChanged(change, applied.done.filter(({ path }) => path !== labelsPath).length, applied.skipped);
  services.log.info(`${label}: ${applied.done.length} files`);
}

/** More files than VS Code can show and undo: each is written by itself, merged with what is in it by then. */
async function withoutUndo(
  own: ArchiveAnnotations,
  change: LabelChange,
  paths: readonly string[],
  services: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  const go = t('Change All');
  const message = t(
    '{0} files would change. VS Code can show and undo about {1} at a time.',
    showNumber(paths.length - 1),
    showNumber(mostAtOnce),
  );
  const detail = t(
    'They can be changed all the same, but neither shown before nor undone. Commit or copy the archive first.',
  );
  if ((await showWarning(message, { modal: true, detail }, go)) !== go) return;
  const isUnsaved = (path: string): boolean => {
    const uri = own.archive.uri({ path }).toString();
    return vscode.workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === uri);
  };
  const now = new Date().toISOString();
  const ended = await withCountedProgress(
    t('Changing annotations'),
    paths.length,
    (signal, onDone) => changeLabelFiles(own.files, paths, change, { now, isUnsaved, signal, onDone: () => onDone(1) }),
    'files',
  );
  await readAgain(own, paths);
  if (ended === undefined) return;
  services.log.info(`${labelWords(change)}: ${JSON.stringify({ ...ended, failed: ended.failed.slice(0, 3) })}`);
  if (await tellEnded(change, ended)) await applyLabelChange(own, change, services);
}

/** Without waiting for the file system to tell: it may not, of folders that are new. */
async function readAgain(own: ArchiveAnnotations, paths: readonly string[]): Promise<void> {
  own.forgetCodebook();
  const files = paths.flatMap((path) => annotationFileOf(path) ?? []);
  await own.update([...new Set(files.map(({ article }) => article))]);
}
