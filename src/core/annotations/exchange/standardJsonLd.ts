import { isJsonObject, type JsonObject, type JsonValue } from '../../text/json/jsonValue';
import type { Codebook } from '../codebook/codebook';
import { labelText } from '../codebook/labelText';
import { readLabel } from '../model/readAnnotation';
import type { ExportedArticle } from './exportedArticle';

const own = 'marginalia:';

/**
 * A page of W3C Web Annotations and nothing else: without our own selector and properties, for tools that refuse what they do
 * not know. Labels have their names beside their ids; what a label was given with stands in its name.
 */
export function standardJsonLd(articles: readonly ExportedArticle[], codebook: Codebook): string {
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    type: 'AnnotationPage',
    items: articles.flatMap(({ annotations }) =>
      annotations.map(({ annotation }) => standard(annotation.json, codebook)),
    ),
  };
  return `${JSON.stringify(page, undefined, 2)}\n`;
}

function standard(value: JsonValue, codebook: Codebook): JsonValue {
  if (Array.isArray(value)) {
    return value.filter((item) => !isOwn(item)).map((item) => standard(item, codebook));
  }
  if (!isJsonObject(value)) return value;
  const kept: JsonObject = Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith(own))
      .map(([key, inner]) => [key, standard(inner, codebook)]),
  );
  const use = readLabel(value);
  return use === undefined ? kept : { ...kept, label: labelText(use, codebook) };
}

function isOwn(value: JsonValue): boolean {
  return isJsonObject(value) && typeof value.type === 'string' && value.type.startsWith(own);
}
