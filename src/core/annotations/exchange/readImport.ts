import { isJsonObject } from '../model/json';
import { importDoccano } from './importDoccano';
import type { ImportedFile, ImportFormat } from './importedAnnotation';
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
  }
}

/** What a file looks like. */
function formatIn(text: string): ImportFormat {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    // Lines of JSON are not JSON as a whole, unless there is but one.
    return /^\s*\{.*"text"/.test(text) && !/^\s*\{\s*"@context"/.test(text) ? 'doccano' : 'jsonld';
  }
  const [first] = Array.isArray(json) ? json : isJsonObject(json) && Array.isArray(json.rows) ? json.rows : [json];
  if (!isJsonObject(first)) return 'jsonld';
  if ('type' in first || '@context' in first || 'items' in first) return 'jsonld';
  if ('uri' in first || 'user' in first || (isJsonObject(json) && 'rows' in json)) return 'hypothesis';
  return 'text' in first && ('label' in first || 'labels' in first || 'entities' in first) ? 'doccano' : 'jsonld';
}
