import { isJsonObject, type JsonObject, type JsonValue, listOf, textOf } from '../model/json';
import { type ImportedAnnotation, type ImportedFile, NotImportable, parseJson } from './importedAnnotation';

/** Reads what the API of Hypothesis answers, or a list of its annotations. */
export function importHypothesis(text: string): ImportedFile {
  const json = parseJson(text);
  const rows = isJsonObject(json) ? (json.rows ?? json.annotations) : json;
  if (!Array.isArray(rows)) throw new NotImportable('no list of annotations, nor an object with "rows"');
  const annotations: ImportedAnnotation[] = [];
  const refused: { place: string; detail: string }[] = [];
  for (const [index, row] of (rows as readonly JsonValue[]).entries()) {
    const read = isJsonObject(row) ? annotationOf(row) : undefined;
    if (read === undefined) refused.push({ place: `annotation ${index + 1}`, detail: 'it has no id' });
    else annotations.push(read);
  }
  return { annotations, texts: new Map(), refused };
}

function annotationOf(row: JsonObject): ImportedAnnotation | undefined {
  const id = textOf(row.id);
  if (id === undefined || id === '') return undefined;
  const uri = textOf(row.uri) ?? textOf(row.url) ?? '';
  const parent = textOf(listOf(row.references).at(-1));
  const note = textOf(row.text) ?? '';
  const tags = listOf(row.tags).flatMap((tag) => (typeof tag === 'string' && tag !== '' ? [tag] : []));
  const selectors = listOf(row.target).flatMap((target) =>
    isJsonObject(target) ? listOf(target.selector).filter(isJsonObject) : [],
  );
  const quote = selectors.find(({ type }) => type === 'TextQuoteSelector');
  const body: readonly JsonValue[] = [
    ...tags.map((tag) => ({ type: 'TextualBody', purpose: 'tagging', value: tag })),
    ...(note === '' ? [] : [{ type: 'TextualBody', purpose: 'commenting', format: 'text/markdown', value: note }]),
  ];
  const created = textOf(row.created);
  const modified = textOf(row.updated);
  return {
    json: {
      id: idOf(id),
      type: 'Annotation',
      motivation:
        parent !== undefined ? 'replying' : note !== '' ? 'commenting' : tags.length > 0 ? 'tagging' : 'highlighting',
      creator: { type: 'Person', name: nameOf(textOf(row.user) ?? '') },
      ...(created === undefined ? {} : { created }),
      ...(modified === undefined || modified === created ? {} : { modified }),
      ...(body.length === 0 ? {} : { body: [...body] }),
      target:
        parent !== undefined
          ? idOf(parent)
          : quote === undefined
            ? uri
            : { type: 'SpecificResource', source: uri, selector: [quote] },
      ...(uri === '' ? {} : { via: uri }),
    },
    hints: [
      ...(parent === undefined ? [] : [{ kind: 'reply' as const, to: idOf(parent) }]),
      { kind: 'address', address: uri },
    ],
    isForeign: true,
  };
}

function idOf(id: string): string {
  return /^[a-z]+:/i.test(id) ? id : `urn:hypothesis:${id}`;
}

/** `acct:name@host` */
function nameOf(user: string): string {
  return user.replace(/^acct:/, '').replace(/@[^@]*$/, '') || user;
}
