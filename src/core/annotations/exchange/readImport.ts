import { isJsonObject } from '../../text/json/jsonValue';
import { tryParseJson } from '../../text/json/parseJson';
import { importDoccano } from './importDoccano';
import { type ImportedFile, type ImportFormat, NotImportable } from './importedAnnotation';
import { importHypothesis } from './importHypothesis';
import { importJsonLd } from './importJsonLd';

/** Reads a file of annotations of any format we import; `creator` counts where the file names none. */
export function readImport(text: string, format: ImportFormat | undefined, creator: string): ImportedFile {
  switch (format ?? formatIn(text)) {
    case 'jsonld':
      return importJsonLd(text);
    case 'hypothesis':
      return importHypothesis(text);
    case 'doccano':
      return importDoccano(text, creator);
    case undefined:
      throw new NotImportable('no annotations as JSON-LD (W3C), Hypothesis or doccano write them');
  }
}

/** What a file looks like; undefined where it looks like nothing that is known. */
function formatIn(text: string): ImportFormat | undefined {
  const json = tryParseJson(text);
  if (json === undefined) {
    // Lines of JSON are not JSON as a whole, unless there is but one.
    if (/^\s*\{.*"text"/.test(text) && !/^\s*\{\s*"@context"/.test(text)) return 'doccano';
    // What is wrong with it is for its reader to say.
    return /^\s*[[{]/.test(text) ? 'jsonld' : undefined;
  }
  const [first] = Array.isArray(json) ? json : isJsonObject(json) && Array.isArray(json.rows) ? json.rows : [json];
  if (Array.isArray(json) && json.length === 0) return 'jsonld';
  if (!isJsonObject(first)) return undefined;
  if ('type' in first || '@context' in first || 'items' in first) return 'jsonld';
  if ('uri' in first || 'user' in first || (isJsonObject(json) && 'rows' in json)) return 'hypothesis';
  return 'text' in first && ('label' in first || 'labels' in first || 'entities' in first) ? 'doccano' : undefined;
}
