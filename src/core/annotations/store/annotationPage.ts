import { type JsonFault, readJson } from '../../text/json/jsonFault';
import { isJsonObject, type JsonObject, type JsonValue } from '../../text/json/jsonValue';
import type { Annotation } from '../model/annotation';
import { readAnnotation } from '../model/readAnnotation';
import { ordered } from '../model/writeAnnotation';
import { withoutConflicts } from './conflictMarks';

/** One person's annotations on one article. */
export interface AnnotationPage {
  readonly annotations: readonly Annotation[];
  /** Items that are no annotations; they are kept. */
  readonly others: readonly JsonValue[];
  /** The fingerprints of the texts that passages were described on, by the names of the texts. */
  readonly texts: ReadonlyMap<string, string>;
  /** What else the page says. */
  readonly rest: JsonObject;
  /** The file holds what two sides of a merge left, which is put together here and in the file when it is next saved. */
  readonly hadConflicts: boolean;
}

export type ReadPage = { readonly kind: 'page'; readonly page: AnnotationPage } | BrokenPage;

export interface BrokenPage {
  readonly kind: 'broken';
  readonly fault: JsonFault;
}

const context: JsonValue = ['http://www.w3.org/ns/anno.jsonld', { marginalia: 'urn:marginalia:' }];
const textsKey = 'marginalia:texts';

export const emptyPage: AnnotationPage = {
  annotations: [],
  others: [],
  texts: new Map(),
  rest: {},
  hadConflicts: false,
};

/** Reads a file of annotations: an AnnotationPage, or what other tools write in its stead, a collection or a plain list. */
export function readPage(text: string): ReadPage {
  const read = readSide(text);
  if (read.kind === 'page') return read;
  const sides = withoutConflicts(text);
  if (sides === undefined) return read;
  const [one, other] = sides.map(readSide);
  if (one?.kind !== 'page' || other?.kind !== 'page') return read;
  return { kind: 'page', page: { ...mergedPages(one.page, other.page), hadConflicts: true } };
}

function readSide(text: string): ReadPage {
  const { value: json, fault } = readJson(text);
  if (fault !== undefined) return { kind: 'broken', fault };
  if (Array.isArray(json)) return { kind: 'page', page: pageOf({ items: json as readonly JsonValue[] }) };
  if (!isJsonObject(json)) return { kind: 'broken', fault: { kind: 'wrongType', path: [], expected: 'object' } };
  if (isJsonObject(json.first) && json.items === undefined) return { kind: 'page', page: pageOf(json.first) };
  if (json.type === 'Annotation') return { kind: 'page', page: pageOf({ items: [json] }) };
  if (Array.isArray(json.items)) return { kind: 'page', page: pageOf(json) };
  return { kind: 'broken', fault: { kind: 'wrongType', path: ['items'], expected: 'list' } };
}

function pageOf({ items, [textsKey]: texts, ...rest }: JsonObject): AnnotationPage {
  const annotations = new Map<string, Annotation>();
  const others: JsonValue[] = [];
  for (const item of Array.isArray(items) ? items : []) {
    const annotation = readAnnotation(item);
    if (annotation === undefined || annotations.has(annotation.id)) others.push(item);
    else annotations.set(annotation.id, annotation);
  }
  return {
    annotations: [...annotations.values()],
    others,
    texts: new Map(
      isJsonObject(texts)
        ? Object.entries(texts).flatMap(([name, text]) => (typeof text === 'string' ? [[name, text]] : []))
        : [],
    ),
    rest,
    hadConflicts: false,
  };
}

/** The page as a file: each annotation a block of lines, in the order of their ids, so that two who add seldom meet. */
export function writePage({ annotations, others, texts, rest }: AnnotationPage): string {
  const sorted = annotations.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const needed = new Set(
    sorted.flatMap(({ target }) => (target.kind === 'passage' ? [target.passage.trace?.text] : [])),
  );
  const kept = [...texts].filter(([name]) => needed.has(name)).sort(([one], [other]) => (one < other ? -1 : 1));
  const { '@context': known, type, id, ...more } = rest;
  const page: JsonObject = {
    '@context': known ?? context,
    ...(id === undefined ? {} : { id }),
    type: type ?? 'AnnotationPage',
    ...more,
    items: [...sorted.map(({ json }) => ordered(json)), ...others],
    ...(kept.length === 0 ? {} : { [textsKey]: Object.fromEntries(kept) }),
  };
  return `${JSON.stringify(page, undefined, 2)}\n`;
}

/** What both pages hold; of an annotation in both the one that was changed last. */
export function mergedPages(one: AnnotationPage, other: AnnotationPage): AnnotationPage {
  const annotations = new Map(one.annotations.map((annotation) => [annotation.id, annotation]));
  for (const annotation of other.annotations) {
    const known = annotations.get(annotation.id);
    if (known === undefined || known.modified < annotation.modified) annotations.set(annotation.id, annotation);
  }
  const written = new Set(one.others.map((item) => JSON.stringify(item)));
  return {
    annotations: [...annotations.values()],
    others: [...one.others, ...other.others.filter((item) => !written.has(JSON.stringify(item)))],
    texts: new Map([...one.texts, ...other.texts]),
    rest: { ...other.rest, ...one.rest },
    hadConflicts: one.hadConflicts || other.hadConflicts,
  };
}
