import { labelsPath } from '../../../core/annotations/codebook/codebook';
import { changedLabelFile, type LabelChange } from '../../../core/annotations/codebook/labelChange';
import { annotationFileOf, annotationsFolder } from '../../../core/annotations/store/annotationPaths';
import { editorText, placedEdits } from '../../../core/problems/articleFixes';
import { textChanges } from '../../../core/text/textChanges';
import type { ArchiveAnnotations } from '../../workspace/annotations/archiveAnnotations';
import type { ChangeMaker, TextChange } from '../../workspace/bulkEdits/collectChanges';

/** The files of annotations that name the label, with the codebook first. */
export async function concernedFiles(
  { files }: ArchiveAnnotations,
  change: LabelChange,
  signal: AbortSignal,
  onDone: (articles: number) => void,
): Promise<readonly string[]> {
  const paths = [labelsPath];
  if (change.kind === 'name') return paths;
  const written = JSON.stringify(change.from);
  let article: string | undefined;
  for await (const [path, text] of files.readAll(annotationsFolder)) {
    signal.throwIfAborted();
    const file = annotationFileOf(path);
    if (file === undefined) continue;
    if (file.article !== article) onDone(1);
    article = file.article;
    // Most have nothing of it: they are not read as JSON.
    if (text?.includes(written) || text?.includes('\\u')) paths.push(path);
  }
  return paths;
}

/** Makes the edits of each file. */
export function labelChangeMaker(
  { files }: ArchiveAnnotations,
  change: LabelChange,
  label: string,
  now: string,
): ChangeMaker {
  const changeOf = (path: string, text: string): TextChange | undefined => {
    const changed = changedLabelFile(path, text, change, now);
    return changed === undefined
      ? undefined
      : { edits: placedEdits(text, textChanges(text, changed)), files: [], label, count: 1 };
  };
  return {
    ofDocument: async (_archive, path, document) => changeOf(path, document.getText()),
    async ofFiles(_archive, stamps, signal) {
      const found = new Map<string, TextChange>();
      for (const { path } of stamps) {
        signal.throwIfAborted();
        const text = await files.read(path);
        const made = text === undefined ? undefined : changeOf(path, editorText(text));
        if (made !== undefined) found.set(path, made);
      }
      return found;
    },
  };
}
