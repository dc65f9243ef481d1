import { articleDocument } from '../../../core/archive/articleDocument';
import { ArticleChecks } from '../../../core/problems/articleChecks';
import { editorText, placedEdits } from '../../../core/problems/articleFixes';
import { renamedSource } from '../../../core/problems/renamedSource';
import type { TextEdit } from '../../../core/text/textEdit';
import type { Archive } from '../../workspace/archives/archive';
import type { ChangeMaker, TextChange } from '../../workspace/bulkEdits/collectChanges';

const readsAtOnce = 16;

/** Articles of the source that cannot be given its new name. */
export interface LeftOut {
  /** They name the source by an address only. */
  address: number;
  /** Their front matter cannot be read, or not for certain. */
  unclear: number;
}

export interface Renaming {
  /** The folded name of the source as it is. */
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** Writes the new name where the source was read from, and counts the articles where that cannot be done. */
export function renameMaker({ from, to, label }: Renaming, leftOut: LeftOut): ChangeMaker {
  const changeOf = (archive: Archive, path: string, text: string): TextChange | undefined => {
    const article = new ArticleChecks(archive.checkSettings).article(path, text, {});
    const renamed = renamedSource(article, from, to, (name) => archive.sources.resolve({ text: name, from: 'field' }));
    if (renamed.kind === 'edit') return change(text, renamed.edit);
    if (renamed.kind !== 'none') leftOut[renamed.kind]++;
    return undefined;
  };
  const change = (text: string, edit: TextEdit): TextChange => ({
    edits: placedEdits(text, [edit]),
    files: [],
    label,
    count: 1,
  });
  return {
    ofDocument: async (archive, path, document) => changeOf(archive, path, document.getText()),
    async ofFiles(archive, files, signal) {
      const found = new Map<string, TextChange>();
      const queue = files.values();
      const readInTurn = async (): Promise<void> => {
        for (const { path } of queue) {
          signal.throwIfAborted();
          const text = await articleDocument(archive.files, path);
          if (typeof text !== 'string') {
            leftOut.unclear++;
            continue;
          }
          const made = changeOf(archive, path, editorText(text));
          if (made !== undefined) found.set(path, made);
        }
      };
      await Promise.all(Array.from({ length: readsAtOnce }, readInTurn));
      return found;
    },
  };
}
