import { type Label, labelsPath, readCodebook } from './codebook';
import { mergeLabels, relabelPage, renameLabel, setLabelField } from './codebookEdits';

/** A change of a label that a person wants. */
export type LabelChange =
  /** Another id, in annotations too, and another name. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly name: string }
  /** Another name for the same id. */
  | { readonly kind: 'name'; readonly from: string; readonly name: string }
  /** Part of another label from now on, of which `name` is the name. */
  | { readonly kind: 'merge'; readonly from: string; readonly to: string; readonly name: string };

/** What becomes of the text of a file in a change; undefined for one that it does not concern. */
export function changedLabelFile(path: string, text: string, change: LabelChange, now: string): string | undefined {
  const changed = path === labelsPath ? changedCodebook(text, change) : relabelPage(text, namesOf(change), now);
  if (changed === undefined || changed === text) return undefined;
  // Written anew, a file keeps the line ends it had.
  return /\r\n/.test(text) ? changed.replaceAll(/\r?\n/g, '\r\n') : changed;
}

/** Which ids annotations are to name in place of which. */
export function namesOf(change: LabelChange): ReadonlyMap<string, string> {
  return new Map(change.kind === 'name' ? [] : [[change.from, change.to]]);
}

/**
 * The codebook with the change made. Undefined where nothing is to change in it: it does not know the labels, or cannot be
 * edited.
 */
export function changedCodebook(text: string, change: LabelChange): string | undefined {
  const { labels } = readCodebook(text).codebook;
  const has = (id: string): boolean => labels.some((label) => label.id === id);
  switch (change.kind) {
    case 'name':
      return setLabelField(text, change.from, 'name', change.name);
    case 'rename': {
      const renamed = renameLabel(text, change.from, change.to);
      return renamed === undefined ? undefined : setLabelField(renamed, change.to, 'name', change.name);
    }
    case 'merge': {
      if (has(change.from)) return mergeLabels(text, [change.from], change.to);
      const into: Label | undefined = labels.find(({ id }) => id === change.to);
      if (into === undefined || into.formerly?.includes(change.from)) return undefined;
      return setLabelField(text, change.to, 'formerly', [...(into.formerly ?? []), change.from]);
    }
  }
}
