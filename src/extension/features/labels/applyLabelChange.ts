import * as vscode from 'vscode';
import { labelsPath } from '../../../core/annotations/codebook/codebook';
import type { LabelChange } from '../../../core/annotations/codebook/labelChange';
import { annotationFileOf } from '../../../core/annotations/store/annotationPaths';
import type { ArchiveAnnotations } from '../../annotations/archiveAnnotations';
import { applyChanges } from '../../bulkEdits/applyChanges';
import { collectChanges } from '../../bulkEdits/collectChanges';
import { mostAtOnce } from '../../bulkEdits/limitChanges';
import { whileLooking } from '../../bulkEdits/whileLooking';
import type { Services } from '../../services';
import { showNumber } from '../../showNumber';
import { changedText, concernedFiles, labelChangeMaker } from './labelChanges';

/** Changes the codebook and all annotations in one step that can be undone, after a look at what changes. */
export async function applyLabelChange(
  own: ArchiveAnnotations,
  change: LabelChange,
  services: Services,
): Promise<void> {
  const { t } = vscode.l10n;
  const label =
    change.kind === 'merge'
      ? t('Merge the label into “{0}”', change.name)
      : t('Rename the label to “{0}”', change.name);
  const now = new Date().toISOString();
  const articles = new Set([...own.index.rows].map(({ article }) => article)).size;
  const paths = await whileLooking(t('Looking for the label'), articles, (signal, onDone) =>
    concernedFiles(own, change, signal, onDone),
  );
  if (paths === undefined) return;
  if (paths.length > mostAtOnce) {
    await withoutUndo(own, change, paths, now);
    return;
  }
  const maker = labelChangeMaker(own, change, label, now, await services.annotations.loadTools());
  const changes = await whileLooking(t('Looking for the label'), paths.length, (signal, onDone) =>
    collectChanges(own.archive, paths, maker, signal, onDone),
  );
  if (changes === undefined) return;
  if (changes.length === 0) {
    void vscode.window.showInformationMessage(t('No file names this label: there is nothing to change.'));
    return;
  }
  const applied = await applyChanges(changes);
  if (applied === undefined) return;
  for (const document of applied.unsaved) if (!document.isClosed) await document.save();
  await readAgain(own, paths);
  tell(change, applied.done.filter(({ path }) => path !== labelsPath).length, applied.skipped);
  services.log.info(`${label}: ${applied.done.length} files`);
}

/** More files than VS Code can show and undo: each is written by itself, merged with what is in it by then. */
async function withoutUndo(
  own: ArchiveAnnotations,
  change: LabelChange,
  paths: readonly string[],
  now: string,
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
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, go)) !== go) return;
  let changed = 0;
  let skipped = 0;
  await whileLooking(t('Changing annotations'), paths.length, async (signal, onDone) => {
    for (const path of paths) {
      signal.throwIfAborted();
      const uri = own.archive.uri({ path }).toString();
      if (vscode.workspace.textDocuments.some((open) => open.isDirty && open.uri.toString() === uri)) {
        skipped++;
        continue;
      }
      await own.files.update(path, (text) => {
        const after = text === undefined ? undefined : changedText(path, text, change, now);
        if (after !== undefined && path !== labelsPath) changed++;
        return after;
      });
      onDone(1);
    }
  });
  await readAgain(own, paths);
  tell(change, changed, skipped);
}

/** Without waiting for the file system to tell: it may not, of folders that are new. */
async function readAgain(own: ArchiveAnnotations, paths: readonly string[]): Promise<void> {
  own.forgetCodebook();
  const files = paths.flatMap((path) => annotationFileOf(path) ?? []);
  await own.update([...new Set(files.map(({ article }) => article))]);
}

function tell(change: LabelChange, files: number, skipped: number): void {
  const { t } = vscode.l10n;
  const done =
    change.kind === 'merge'
      ? t('Merged the label into “{0}” in {1} files of annotations.', change.name, showNumber(files))
      : t('Renamed the label to “{0}” in {1} files of annotations.', change.name, showNumber(files));
  if (skipped === 0) {
    void vscode.window.showInformationMessage(done);
    return;
  }
  const left = t('{0} files were changed meanwhile and left alone: do it again for them.', showNumber(skipped));
  void vscode.window.showWarningMessage(`${done} ${left}`);
}
