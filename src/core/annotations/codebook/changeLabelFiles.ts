import type { TextStore } from '../../host/textStore';
import { errorText } from '../../text/errorText';
import { labelsPath } from './codebook';
import { changedLabelFile, type LabelChange } from './labelChange';

/** What has become of a change that is made file by file. */
export interface ChangedLabelFiles {
  /** Files of annotations that are changed. */
  readonly changed: number;
  /** Left alone, because somebody has them open with changes that are not saved. */
  readonly unsaved: readonly string[];
  readonly failed: readonly { readonly path: string; readonly reason: string }[];
  /** Not come to: a person has stopped it, or it was given up. */
  readonly left: number;
}

export interface LabelFileChanger {
  readonly now: string;
  readonly isUnsaved: (path: string) => boolean;
  readonly signal: AbortSignal;
  readonly onDone: () => void;
}

/** A disk that is full, or may not be written, is so for the next file too. */
const mostFailuresInARow = 3;

/**
 * Changes a label in one file after the other, each merged with what is in it by then and replaced as a whole. The codebook
 * comes first, and nothing else is changed where it cannot be: it remembers the former id, so that what is not changed still
 * means the label, wherever this ends. Never rejects because of a file.
 */
export async function changeLabelFiles(
  files: TextStore,
  paths: readonly string[],
  change: LabelChange,
  { now, isUnsaved, signal, onDone }: LabelFileChanger,
): Promise<ChangedLabelFiles> {
  const unsaved: string[] = [];
  const failed: { readonly path: string; readonly reason: string }[] = [];
  const queue = [...paths].sort((one, other) => rank(one) - rank(other));
  let changed = 0;
  let failuresInARow = 0;
  let at = 0;
  for (; at < queue.length && !signal.aborted && failuresInARow < mostFailuresInARow; at++) {
    const path = queue[at] ?? '';
    const isCodebook = path === labelsPath;
    let isDone = false;
    if (isUnsaved(path)) unsaved.push(path);
    else {
      try {
        let isChanged = false;
        await files.update(path, (text) => {
          const after = text === undefined ? undefined : changedLabelFile(path, text, change, now);
          isChanged = after !== undefined;
          return after;
        });
        if (isChanged && !isCodebook) changed++;
        failuresInARow = 0;
        isDone = true;
      } catch (error) {
        failed.push({ path, reason: errorText(error) });
        failuresInARow++;
      }
    }
    onDone();
    if (isCodebook && !isDone) {
      at++;
      break;
    }
  }
  return { changed, unsaved, failed, left: queue.length - at };
}

function rank(path: string): number {
  return path === labelsPath ? 0 : 1;
}
