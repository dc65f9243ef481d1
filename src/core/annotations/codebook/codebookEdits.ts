import { tryParseJson } from '../../text/json/parseJson';
import { setJsonValue } from '../../text/json/setJsonValue';
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
  if (to.trim() === '' || indexOf(text, to) >= 0 || isOfAnother(codebook, from, to)) return undefined;
  const known = codebook.labels.find(({ id }) => id === from)?.formerly ?? [];
  const formerly = [...new Set([...known, from])].filter((id) => id !== to);
  const renamed = setLabelField(text, from, 'id', to);
  return renamed === undefined ? undefined : setLabelField(renamed, to, 'formerly', formerly);
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
  let changed = setLabelField(text, into, 'formerly', [...formerly]);
  for (const { id } of gone) changed = changed === undefined ? undefined : removeLabel(changed, id);
  return changed;
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
  return entriesOf(text).findIndex(
    (entry) => typeof entry === 'object' && entry !== null && 'id' in entry && entry.id === id,
  );
}

function entriesOf(text: string): readonly unknown[] {
  // In a text that is not JSON nothing can be set, which is what the caller is told.
  const { labels } = (tryParseJson(text) ?? {}) as { readonly labels?: unknown };
  return Array.isArray(labels) ? labels : [];
}
