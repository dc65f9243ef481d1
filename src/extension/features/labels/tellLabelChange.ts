import * as vscode from 'vscode';
import type { ChangedLabelFiles } from '../../../core/annotations/codebook/changeLabelFiles';
import { labelsPath } from '../../../core/annotations/codebook/codebook';
import type { LabelChange } from '../../../core/annotations/codebook/labelChange';
import { counted } from '../../ui/counts';
import { showInformation, showWarning } from '../../ui/notify';
import { showNumber } from '../../ui/showNumber';

/** What is about to be done. */
export function labelWords({ kind, name }: LabelChange): string {
  const { t } = vscode.l10n;
  return kind === 'merge' ? t('Merge the label into “{0}”', name) : t('Rename the label to “{0}”', name);
}

/** Says in how many files of annotations a label is changed now, and of how many not. */
export function tellChanged(change: LabelChange, files: number, skipped: number): void {
  const { t } = vscode.l10n;
  const done = doneWords(change, files);
  if (skipped === 0) {
    void showInformation(done);
    return;
  }
  const left = counted(
    t(
      '1 file was changed meanwhile and left alone: do it again for it.|{0} files were changed meanwhile and left alone: do it again for them.',
    ),
    skipped,
  );
  void showWarning(`${done} ${left}`);
}

/** Says the same of a change that was made file by file, and why it is not made in others. Whether they are to be tried again. */
export async function tellEnded(change: LabelChange, ended: ChangedLabelFiles): Promise<boolean> {
  const { t } = vscode.l10n;
  const { changed, unsaved, failed, left } = ended;
  const others = unsaved.length + failed.length + left;
  if (others === 0) {
    tellChanged(change, changed, 0);
    return false;
  }
  const again = t('Try Again');
  const chosen = await showWarning(endedWords(change, ended), again);
  return chosen === again;
}

/** What was done, what was not and why, and what that means. */
export function endedWords(change: LabelChange, { changed, unsaved, failed, left }: ChangedLabelFiles): string {
  const { t } = vscode.l10n;
  const [first] = failed;
  const why = [
    ...(unsaved.length > 0 ? [t('Not saved yet, so left alone: {0}. Save them first.', someOf(unsaved))] : []),
    ...(first === undefined ? [] : [t('Not written: {0}. {1}', someOf(failed.map(({ path }) => path)), first.reason)]),
  ];
  if (unsaved.includes(labelsPath) || failed.some(({ path }) => path === labelsPath))
    return [t('No annotation is changed.'), ...why].join(' ');
  const others = unsaved.length + failed.length + left;
  return [
    doneWords(change, changed),
    ...why,
    counted(
      t(
        '1 file still has its former name: try again for it.|{0} files still have its former name: try again for them.',
      ),
      others,
    ),
  ].join(' ');
}

function doneWords({ kind, name }: LabelChange, files: number): string {
  const { t } = vscode.l10n;
  return kind === 'merge'
    ? counted(
        t(
          'Merged the label into “{1}” in 1 file of annotations.|Merged the label into “{1}” in {0} files of annotations.',
        ),
        files,
        name,
      )
    : counted(
        t(
          'Renamed the label to “{1}” in 1 file of annotations.|Renamed the label to “{1}” in {0} files of annotations.',
        ),
        files,
        name,
      );
}

function someOf(paths: readonly string[]): string {
  const [first = ''] = paths;
  return paths.length === 1 ? first : vscode.l10n.t('{0} and {1} more', first, showNumber(paths.length - 1));
}
