import { editJson, setJsonValue } from '../../text/json/editJson';
import { isJsonObject } from '../../text/json/jsonValue';
import { listAt } from '../../text/json/parseJson';
import { relabel } from '../model/writeAnnotation';
import { readPage, writePage } from '../store/annotationPage';
import { type Codebook, type Label, labelOf, readCodebook } from './codebook';

/** The text with one field of a label set or, by `undefined`, removed. */
export function setLabelField(text: string, id: string, field: keyof Label, value: unknown): string | undefined {
  const index = indexOf(text, id);
  return index < 0 ? undefined : setJsonValue(text, ['labels', index, field], value);
}

/** The text without a label. Annotations that name it keep doing so. */
export function removeLabel(text: string, id: string): string | undefined {
  const index = indexOf(text, id);
  return index < 0 ? undefined : setJsonValue(text, ['labels', index], undefined);
}

/**
 * The text with another id for a label, which remembers the one it had: annotations of people who do not know of it yet still
 * mean it. Undefined where there is no such label, or another one has or had the new id.
 */
export function renameLabel(text: string, from: string, to: string): string | undefined {
  const { codebook } = readCodebook(text);
  const index = indexOf(text, from);
  if (index < 0 || to.trim() === '' || indexOf(text, to) >= 0 || isOfAnother(codebook, from, to)) return undefined;
  const known = codebook.labels.find(({ id }) => id === from)?.formerly ?? [];
  const formerly = [...new Set([...known, from])].filter((id) => id !== to);
  return editJson(text, [
    { path: ['labels', index, 'id'], value: to },
    { path: ['labels', index, 'formerly'], value: formerly },
  ]);
}

/** Whether an id is one that another label has or had: annotations that name it mean that one. */
export function isOfAnother(codebook: Codebook, label: string, id: string): boolean {
  const known = labelOf(codebook, id);
  return known !== undefined && known.id !== label;
}

/** The text with labels merged into another, which remembers them. */
export function mergeLabels(text: string, from: readonly string[], into: string): string | undefined {
  const { labels } = readCodebook(text).codebook;
  const target = labels.find(({ id }) => id === into);
  const gone = labels.filter(({ id }) => from.includes(id) && id !== into);
  if (target === undefined || gone.length === 0) return undefined;
  const formerly = new Set([
    ...(target.formerly ?? []),
    ...gone.flatMap((label) => [label.id, ...(label.formerly ?? [])]),
  ]);
  // The last first: those before it keep their positions.
  const removed = gone.map(({ id }) => indexOf(text, id)).sort((one, other) => other - one);
  return editJson(text, [
    { path: ['labels', indexOf(text, into), 'formerly'], value: [...formerly] },
    ...removed.map((index) => ({ path: ['labels', index], value: undefined })),
  ]);
}

/**
 * The text of a file of annotations with labels renamed: from each key of the map to its value. Undefined where it names none
 * of them, or cannot be read. Together with the codebook's own edit, one for each file makes one undoable edit.
 */
export function relabelPage(text: string, names: ReadonlyMap<string, string>, now: string): string | undefined {
  const read = readPage(text);
  if (read.kind === 'broken') return undefined;
  let isChanged = false;
  const annotations = read.page.annotations.map((annotation) => {
    const changed = relabel(annotation, names, now);
    isChanged ||= changed !== undefined;
    return changed ?? annotation;
  });
  return isChanged ? writePage({ ...read.page, annotations }) : undefined;
}

/** Positions are those of the file, in which there may be entries that cannot be read. */
function indexOf(text: string, id: string): number {
  return listAt(text, ['labels']).findIndex((entry) => isJsonObject(entry) && entry.id === id);
}
