import { isJsonObject, type JsonObject, type JsonValue, listOf, textOf } from '../../text/json/jsonValue';
import { tryParseJson } from '../../text/json/parseJson';
import { stableHash } from '../../text/stableHash';
import { type ArticleHint, type ImportedAnnotation, type ImportedFile, NotImportable } from './importedAnnotation';

/** Reads doccano's lines of JSON, of any of its versions: each a text with the places of its labels in code points. */
export function importDoccano(text: string, creator: string): ImportedFile {
  const annotations: ImportedAnnotation[] = [];
  const refused: { place: string; detail: string }[] = [];
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const place = `line ${index + 1}`;
    const json = tryParseJson(line);
    const document = isJsonObject(json) ? (textOf(json.text) ?? textOf(json.data)) : undefined;
    if (!isJsonObject(json) || document === undefined) refused.push({ place, detail: 'no JSON object with a "text"' });
    else {
      const units = [...document];
      for (const [order, mark] of marksOf(json).entries()) {
        const read = annotationOf(json, document, units, mark, creator);
        if (typeof read === 'string') refused.push({ place: `${place}, label ${order + 1}`, detail: read });
        else annotations.push(read);
      }
    }
  }
  if (annotations.length === 0 && refused.length > 0 && refused.every(({ detail }) => detail.startsWith('no JSON'))) {
    throw new NotImportable('no lines of JSON with a "text" each');
  }
  return { annotations, texts: new Map(), refused };
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

function marksOf(json: JsonObject): readonly (Mark | undefined)[] {
  const written = [json.label, json.labels, json.entities].find((value) => Array.isArray(value) && value.length > 0);
  return listOf(written).map((mark) => {
    const [start, end, label] = Array.isArray(mark)
      ? (mark as readonly JsonValue[])
      : isJsonObject(mark)
        ? [mark.start_offset, mark.end_offset, mark.label]
        : [];
    return typeof start === 'number' && typeof end === 'number' && typeof label === 'string'
      ? { start, end, label }
      : undefined;
  });
}

function annotationOf(
  json: JsonObject,
  text: string,
  units: readonly string[],
  mark: Mark | undefined,
  creator: string,
): ImportedAnnotation | string {
  if (mark === undefined) return 'it is no [start, end, label]';
  const { start, end, label } = mark;
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end <= start || end > units.length) {
    return `${start} to ${end} is not in the text`;
  }
  const path = textOf(json.article) ?? textOf(json.path) ?? textOf(json.filename);
  const hints: readonly ArticleHint[] = [
    ...(path === undefined ? [] : [{ kind: 'path' as const, path }]),
    { kind: 'text', text },
  ];
  return {
    json: {
      // The same each time, so that importing a file twice adds nothing.
      id: `urn:marginalia:doccano:${stableHash(JSON.stringify([text, start, end, label, creator]))}`,
      type: 'Annotation',
      motivation: 'tagging',
      creator: { type: 'Person', name: creator },
      body: [{ type: 'TextualBody', purpose: 'tagging', value: label }],
      target: {
        type: 'SpecificResource',
        source: path ?? '',
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: units.slice(start, end).join(''),
            prefix: units.slice(Math.max(0, start - 32), start).join(''),
            suffix: units.slice(end, end + 32).join(''),
          },
        ],
      },
    },
    hints,
    inText: { text, start, end },
    isForeign: true,
  };
}
