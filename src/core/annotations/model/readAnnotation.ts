import { isJsonObject, type JsonObject, type JsonValue, listOf, textOf } from '../../text/json/jsonValue';
import type { Passage, PassageTrace, PlaceInPieces } from '../anchoring/passage';
import type { Annotation, AnnotationTarget, LabelUse } from './annotation';

export const sourcePrefix = 'urn:marginalia:source:';
/** The type of the selector that holds what the W3C model has no word for. */
export const piecesSelector = 'marginalia:PiecesSelector';

/** Reads one item of an AnnotationPage; undefined where it is none. */
export function readAnnotation(json: JsonValue): Annotation | undefined {
  if (!isJsonObject(json)) return undefined;
  const id = textOf(json.id) ?? textOf(json['@id']);
  if (id === undefined || id === '') return undefined;
  const bodies = listOf(json.body);
  const colour = textOf(json['marginalia:colour']);
  const state = json['marginalia:state'];
  const created = textOf(json.created) ?? '';
  return {
    id,
    target: readTarget(json),
    motivation: textOf(listOf(json.motivation)[0]) ?? 'commenting',
    creator: readCreator(json.creator),
    created,
    modified: textOf(json.modified) ?? created,
    labels: bodies.flatMap((body) => readLabel(body) ?? []),
    note: bodies.flatMap((body) => readNote(body) ?? []).join('\n\n'),
    ...(colour === undefined ? {} : { colour }),
    ...(state === 'resolved' || state === 'open' ? { state } : {}),
    json,
  };
}

export function readCreator(value: JsonValue | undefined): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  if (!isJsonObject(first)) return '';
  return textOf(first.name) ?? textOf(first.nickname) ?? textOf(first.id) ?? '';
}

export function readLabel(body: JsonValue): LabelUse | undefined {
  if (!isJsonObject(body)) return undefined;
  const purpose = textOf(listOf(body.purpose)[0]);
  const label = textOf(body.value);
  if ((purpose !== 'tagging' && purpose !== 'classifying') || label === undefined || label === '') return undefined;
  const value = body['marginalia:value'];
  return typeof value === 'string' || typeof value === 'number' ? { label, value } : { label };
}

export function isNote(body: JsonValue): boolean {
  return readNote(body) !== undefined;
}

function readNote(body: JsonValue): string | undefined {
  if (typeof body === 'string' || !isJsonObject(body)) return undefined;
  const purpose = textOf(listOf(body.purpose)[0]);
  const isText = body.type === 'TextualBody' || body.type === undefined;
  const isComment =
    purpose === undefined || purpose === 'commenting' || purpose === 'describing' || purpose === 'replying';
  return isText && isComment ? textOf(body.value) : undefined;
}

function readTarget(json: JsonObject): AnnotationTarget {
  const motivations = listOf(json.motivation);
  const [target] = listOf(json.target);
  if (typeof target === 'string') {
    if (motivations.includes('replying')) return { kind: 'reply', to: target };
    if (target.startsWith(sourcePrefix)) return { kind: 'source', name: nameOf(target) };
    return { kind: 'article' };
  }
  if (!isJsonObject(target)) return { kind: 'other' };
  const source = textOf(target.source) ?? textOf(target.id);
  if (source === undefined) return { kind: 'other' };
  if (motivations.includes('replying') && target.selector === undefined) return { kind: 'reply', to: source };
  if (source.startsWith(sourcePrefix)) return { kind: 'source', name: nameOf(source) };
  if (target.scope !== undefined && target.selector === undefined) return { kind: 'image', url: source };
  const selectors = listOf(target.selector).filter(isJsonObject);
  if (selectors.length === 0) return { kind: 'article' };
  const passage = readPassage(selectors);
  return passage === undefined ? { kind: 'other' } : { kind: 'passage', passage };
}

function nameOf(address: string): string {
  const written = address.slice(sourcePrefix.length);
  try {
    return decodeURIComponent(written);
  } catch {
    // A stray percent sign: the name is what is written.
    return written;
  }
}

function readPassage(selectors: readonly JsonObject[]): Passage | undefined {
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const exact = textOf(quote?.exact);
  if (quote === undefined || exact === undefined || exact === '') return undefined;
  const position = selectors.find(({ type }) => type === 'TextPositionSelector');
  const start = countOf(position?.start);
  const end = countOf(position?.end);
  const pieces = selectors.find(({ type }) => type === piecesSelector);
  const before = textOf(pieces?.['marginalia:before']);
  const after = textOf(pieces?.['marginalia:after']);
  const trace = pieces && readTrace(pieces);
  return {
    exact,
    prefix: textOf(quote.prefix) ?? '',
    suffix: textOf(quote.suffix) ?? '',
    ...(start === undefined || end === undefined ? {} : { start, end }),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(trace === undefined ? {} : { trace }),
  };
}

function readTrace(json: JsonObject): PassageTrace | undefined {
  const text = textOf(json['marginalia:text']);
  const from = readPlace(json['marginalia:from']);
  const to = readPlace(json['marginalia:to']);
  return text === undefined || from === undefined || to === undefined ? undefined : { text, from, to };
}

/** Written as one text, `12+3`, so that it stays on one line. */
function readPlace(value: JsonValue | undefined): PlaceInPieces | undefined {
  const match = /^(\d{1,9})\+(\d{1,9})$/.exec(textOf(value) ?? '');
  return match ? { piece: Number(match[1]), offset: Number(match[2]) } : undefined;
}

function countOf(value: JsonValue | undefined): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
