import { isSameJson, type JsonObject } from '../../text/json/jsonValue';
import type { Annotation } from '../model/annotation';
import { readAnnotation } from '../model/readAnnotation';
import { ordered } from '../model/writeAnnotation';
import type { AnnotationPage } from './annotationPage';

/** One change that a person made: an annotation added, changed, or removed. */
export interface AnnotationChange {
  /** As the person saw it; absent where it is new. */
  readonly before?: Annotation;
  /** As it is to be; absent where it is to go. */
  readonly after?: Annotation;
  /** The fingerprint of the text that a new passage was described on, with its name. */
  readonly text?: readonly [name: string, fingerprint: string];
}

/**
 * The page with the changes made. Where somebody else changed the same annotation meanwhile, both changes are kept: property
 * by property, ours counting where both changed one; and what was changed elsewhere is not removed.
 */
export function applyChanges(page: AnnotationPage, changes: readonly AnnotationChange[]): AnnotationPage {
  const annotations = new Map(page.annotations.map((annotation) => [annotation.id, annotation]));
  const texts = new Map(page.texts);
  for (const { before, after, text } of changes) {
    if (text !== undefined) texts.set(...text);
    if (after === undefined) {
      const known = before === undefined ? undefined : annotations.get(before.id);
      if (before !== undefined && known !== undefined && isSameJson(known.json, before.json))
        annotations.delete(before.id);
      continue;
    }
    annotations.set(after.id, merged(before, annotations.get(after.id), after));
  }
  return { ...page, annotations: [...annotations.values()], texts, hadConflicts: false };
}

function merged(before: Annotation | undefined, now: Annotation | undefined, after: Annotation): Annotation {
  if (now === undefined || (before !== undefined && isSameJson(now.json, before.json))) return after;
  const changed: Record<string, JsonObject[string]> = { ...now.json };
  const old = before?.json ?? now.json;
  for (const key of new Set([...Object.keys(old), ...Object.keys(after.json)])) {
    const value = after.json[key];
    if (isSameJson(old[key], value)) continue;
    if (value === undefined) delete changed[key];
    else changed[key] = value;
  }
  return readAnnotation(ordered(changed)) ?? after;
}
