import * as vscode from 'vscode';
import type { BrokenFile } from '../../../core/annotations/store/annotationStore';
import { counted } from '../../ui/counts';
import { showWarning } from '../../ui/notify';
import { translate } from '../../ui/translate';
import type { Archive } from '../archives/archive';

/** Tells of files of annotations that cannot be read, once each, for as long as they stay as they are. */
export class BrokenAnnotations {
  readonly #archive: Archive;
  #told = new Set<string>();

  constructor(archive: Archive) {
    this.#archive = archive;
  }

  report(broken: Iterable<BrokenFile>): void {
    const now = [...broken];
    const fresh = now.filter((file) => !this.#told.has(keyOf(file)));
    this.#told = new Set(now.map(keyOf));
    const [first] = fresh;
    if (first !== undefined) void this.#tell(first, fresh.length);
  }

  async #tell({ path, reason }: BrokenFile, count: number): Promise<void> {
    const { t } = vscode.l10n;
    const open = t('Open');
    const why = translate(reason);
    const text =
      count === 1
        ? t('The annotations in {0} cannot be read. {1} The file stays as it is; mend it and they are back.', path, why)
        : counted(
            t(
              'The annotations in {1} and 1 more file cannot be read. {2} The files stay as they are; mend them and they are back.|The annotations in {1} and {0} more files cannot be read. {2} The files stay as they are; mend them and they are back.',
            ),
            count - 1,
            path,
            why,
          );
    const chosen = await showWarning(text, open);
    if (chosen === open) await vscode.window.showTextDocument(this.#archive.uri({ path }));
  }
}

function keyOf({ path, reason }: BrokenFile): string {
  return JSON.stringify([path, reason]);
}
