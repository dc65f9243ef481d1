import { isJsonObject, type JsonObject, type JsonValue, listOf, textOf } from '../../text/json/jsonValue';
import {
  type ImportedAnnotation,
  type ImportedFile,
  type ImportedPage,
  NotImportable,
  parseImport,
} from './importedAnnotation';

/** Reads what the API of Hypothesis answers, or a list of its annotations. */
export function importHypothesis(text: string): ImportedFile {
  const json = parseImport(text);
  const rows = isJsonObject(json) ? (json.rows ?? json.annotations) : json;
  if (!Array.isArray(rows)) throw new NotImportable('no list of annotations, nor an object with "rows"');
  const annotations: ImportedAnnotation[] = [];
  const refused: { place: string; detail: string }[] = [];
  const pages = pagesIn(rows);
  for (const [index, row] of (rows as readonly JsonValue[]).entries()) {
    const read = isJsonObject(row) ? annotationOf(row, pages.get(addressOf(row))) : undefined;
    if (read === undefined) refused.push({ place: `annotation ${index + 1}`, detail: 'it has no id' });
    else annotations.push(read);
  }
  return { annotations, texts: new Map(), refused };
}

/** What is known of each page by its address, from all that was said on it. */
function pagesIn(rows: readonly JsonValue[]): ReadonlyMap<string, ImportedPage> {
  const pages = new Map<string, { title: string; quotes: string[] }>();
  for (const row of rows.filter(isJsonObject)) {
    const address = addressOf(row);
    if (address === '') continue;
    const page = pages.get(address) ?? { title: '', quotes: [] };
    pages.set(address, page);
    const titles = isJsonObject(row.document) ? listOf(row.document.title) : [];
    page.title ||= textOf(titles[0]) ?? '';
    const exact = textOf(quoteOf(row)?.exact);
    if (exact !== undefined) page.quotes.push(exact);
  }
  return pages;
}

function addressOf(row: JsonObject): string {
  return textOf(row.uri) ?? textOf(row.url) ?? '';
}

function quoteOf(row: JsonObject): JsonObject | undefined {
  const selectors = listOf(row.target).flatMap((target) =>
    isJsonObject(target) ? listOf(target.selector).filter(isJsonObject) : [],
  );
  return selectors.find(({ type }) => type === 'TextQuoteSelector');
}

function annotationOf(row: JsonObject, page: ImportedPage | undefined): ImportedAnnotation | undefined {
  const id = textOf(row.id);
  if (id === undefined || id === '') return undefined;
  const uri = addressOf(row);
  const parent = textOf(listOf(row.references).at(-1));
  const note = textOf(row.text) ?? '';
  const tags = listOf(row.tags).flatMap((tag) => (typeof tag === 'string' && tag !== '' ? [tag] : []));
  const quote = quoteOf(row);
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
      ...(page === undefined ? [] : [{ kind: 'page' as const, page }]),
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
