import { isJsonObject, type JsonObject, type JsonValue, listOf } from '../../text/json/jsonValue';
import type { Passage } from '../anchoring/passage';
import type { Annotation, AnnotationContent, AnnotationTarget, LabelUse, Motivation } from './annotation';
import { isNote, piecesSelector, readAnnotation, readLabel, sourcePrefix } from './readAnnotation';

/** What a new annotation needs beside its content. */
export interface AnnotationOrigin {
  /** A UUID, which the caller draws. */
  readonly uuid: string;
  readonly creator: string;
  /** ISO 8601. */
  readonly now: string;
  /** The article it belongs to, relative to the archive with `/`; of an annotation on a source nothing. */
  readonly article: string | undefined;
}

/** A new annotation. */
export function newAnnotation(
  origin: AnnotationOrigin,
  target: AnnotationTarget,
  content: AnnotationContent,
): Annotation {
  const { labels = [], note = '' } = content;
  const body: readonly JsonValue[] = [...labels.map(labelJson), ...noteJson(note, undefined)];
  const json: JsonObject = {
    id: `urn:uuid:${origin.uuid}`,
    type: 'Annotation',
    motivation: content.motivation ?? usualMotivation(target, labels, note),
    creator: { type: 'Person', name: origin.creator },
    created: origin.now,
    ...(body.length === 0 ? {} : { body }),
    target: targetJson(target, origin.article),
    ...(content.colour === undefined ? {} : { 'marginalia:colour': content.colour }),
    ...(content.state === undefined ? {} : { 'marginalia:state': content.state }),
  };
  return reread(json);
}

function usualMotivation(target: AnnotationTarget, labels: readonly LabelUse[], note: string): Motivation {
  if (target.kind === 'reply') return 'replying';
  if (note !== '') return 'commenting';
  return labels.length > 0 ? 'tagging' : 'highlighting';
}

/** The annotation with other content; what is not given stays, and so does all that is not ours. An empty colour is none. */
export function editAnnotation(annotation: Annotation, content: AnnotationContent, now: string): Annotation {
  const { json } = annotation;
  const { body: _, 'marginalia:colour': __, 'marginalia:state': ___, ...rest } = json;
  const colour = content.colour ?? annotation.colour ?? '';
  const state = content.state ?? annotation.state;
  const body = editedBody(annotation, content);
  return reread(
    ordered({
      ...rest,
      ...(content.motivation === undefined ? {} : { motivation: content.motivation }),
      modified: now,
      ...(body.length === 0 ? {} : { body }),
      ...(colour === '' ? {} : { 'marginalia:colour': colour }),
      ...(state === undefined ? {} : { 'marginalia:state': state }),
    }),
  );
}

function editedBody({ json, note }: Annotation, content: AnnotationContent): readonly JsonValue[] {
  const bodies = listOf(json.body);
  const labels = bodies.filter((body) => readLabel(body) !== undefined);
  const notes = bodies.filter(isNote);
  const others = bodies.filter((body) => !labels.includes(body) && !notes.includes(body));
  return [
    ...(content.labels?.map((use) => labels.find((body) => isSameUse(readLabel(body), use)) ?? labelJson(use)) ??
      labels),
    ...(content.note === undefined || content.note === note ? notes : noteJson(content.note, notes[0])),
    ...others,
  ];
}

function isSameUse(one: LabelUse | undefined, other: LabelUse): boolean {
  return one?.label === other.label && one.value === other.value;
}

/** The annotation on another passage: an orphan attached again, or one whose passage a person moved. */
export function reattach(annotation: Annotation, passage: Passage, now: string): Annotation {
  const [target] = listOf(annotation.json.target);
  const known = isJsonObject(target) ? target : {};
  const ours = new Set<JsonValue | undefined>(['TextQuoteSelector', 'TextPositionSelector', piecesSelector]);
  const others = listOf(known.selector).filter((selector) => !isJsonObject(selector) || !ours.has(selector.type));
  const source = typeof target === 'string' ? target : (known.source ?? '');
  return reread(
    ordered({
      ...annotation.json,
      modified: now,
      target: { ...known, type: 'SpecificResource', source, selector: [...selectorsOf(passage), ...others] },
    }),
  );
}

/** The annotation with labels renamed: from each key of the map to its value. Undefined where it has none of them. */
export function relabel(
  annotation: Annotation,
  names: ReadonlyMap<string, string>,
  now: string,
): Annotation | undefined {
  if (!annotation.labels.some(({ label }) => names.has(label))) return undefined;
  const seen = new Set<string>();
  const body = listOf(annotation.json.body).flatMap((item): readonly JsonValue[] => {
    const use = readLabel(item);
    if (use === undefined || !isJsonObject(item)) return [item];
    const label = names.get(use.label) ?? use.label;
    const key = JSON.stringify([label, use.value]);
    if (seen.has(key)) return [];
    seen.add(key);
    return [label === use.label ? item : { ...item, value: label }];
  });
  return reread(ordered({ ...annotation.json, modified: now, body }));
}

/** The same annotation on an article that was moved. */
export function retarget(annotation: Annotation, article: string): Annotation {
  const address = encodeURI(article);
  const list = listOf(annotation.json.target).map((target): JsonValue => {
    if (annotation.target.kind === 'reply' || annotation.target.kind === 'source') return target;
    if (!isJsonObject(target)) return address;
    return annotation.target.kind === 'image' ? { ...target, scope: address } : { ...target, source: address };
  });
  const target = Array.isArray(annotation.json.target) ? list : list[0];
  return target === undefined ? annotation : reread({ ...annotation.json, target });
}

/** Known keys first and always in one order, so that a change shows as what it is. */
export function ordered(json: JsonObject): JsonObject {
  const known = keyOrder.filter((key) => Object.hasOwn(json, key));
  const others = Object.keys(json).filter((key) => !keyOrder.includes(key));
  return Object.fromEntries([...known, ...others].map((key) => [key, json[key] ?? null]));
}

const keyOrder = [
  '@context',
  'id',
  'type',
  'motivation',
  'creator',
  'created',
  'modified',
  'body',
  'target',
  'marginalia:colour',
  'marginalia:state',
];

function targetJson(target: AnnotationTarget, article: string | undefined): JsonValue {
  const source = encodeURI(article ?? '');
  switch (target.kind) {
    case 'passage':
      return { type: 'SpecificResource', source, selector: [...selectorsOf(target.passage)] };
    case 'image':
      return { type: 'SpecificResource', source: target.url, scope: source };
    case 'source':
      return `${sourcePrefix}${encodeURIComponent(target.name)}`;
    case 'reply':
      return target.to;
    case 'article':
    case 'other':
      return source;
  }
}

function selectorsOf({ exact, prefix, suffix, start, end, before, after, trace }: Passage): readonly JsonObject[] {
  const own: JsonObject = {
    ...(before === undefined ? {} : { 'marginalia:before': before }),
    ...(after === undefined ? {} : { 'marginalia:after': after }),
    ...(trace === undefined
      ? {}
      : {
          'marginalia:text': trace.text,
          'marginalia:from': `${trace.from.piece}+${trace.from.offset}`,
          'marginalia:to': `${trace.to.piece}+${trace.to.offset}`,
        }),
  };
  return [
    { type: 'TextQuoteSelector', exact, prefix, suffix },
    ...(start === undefined || end === undefined ? [] : [{ type: 'TextPositionSelector', start, end }]),
    ...(Object.keys(own).length === 0 ? [] : [{ type: piecesSelector, ...own }]),
  ];
}

function labelJson({ label, value }: LabelUse): JsonObject {
  return {
    type: 'TextualBody',
    purpose: value === undefined ? 'tagging' : 'classifying',
    value: label,
    ...(value === undefined ? {} : { 'marginalia:value': value }),
  };
}

function noteJson(note: string, known: JsonValue | undefined): readonly JsonObject[] {
  if (note === '') return [];
  const fields = isJsonObject(known) ? known : { type: 'TextualBody', purpose: 'commenting', format: 'text/plain' };
  return [{ ...fields, value: note }];
}

function reread(json: JsonObject): Annotation {
  const annotation = readAnnotation(json);
  if (annotation === undefined) throw new Error('An annotation without an id cannot be written.');
  return annotation;
}
