import { faultMessage } from '../../text/json/faultMessage';
import { isJsonObject, type JsonObject, type JsonValue, listOf, textOf } from '../../text/json/jsonValue';
import { inEnglish } from '../../text/message';
import { readAnnotation, sourcePrefix } from '../model/readAnnotation';
import { readPage } from '../store/annotationPage';
import { articleKey } from './exportAnnotations';
import { type ArticleHint, type ImportedFile, NotImportable } from './importedAnnotation';

/** Reads W3C annotations: a page, a collection, a list, or one alone. */
export function importJsonLd(text: string): ImportedFile {
  const read = readPage(text);
  if (read.kind === 'broken') throw new NotImportable(inEnglish(faultMessage(read.fault)));
  const { annotations, others, texts } = read.page;
  return {
    annotations: annotations.map(({ json }) => {
      const { [articleKey]: article, ...own } = json;
      return { json: own, hints: hintsOf(own, article), isForeign: article === undefined };
    }),
    texts,
    refused: others.map((item, index) => ({
      place: `item ${index + 1} of those that are no annotations`,
      detail: isJsonObject(item) && textOf(item.id) !== undefined ? 'its id stands twice' : 'it has no id',
    })),
  };
}

function hintsOf(json: JsonObject, article: JsonValue | undefined): readonly ArticleHint[] {
  if (article === '') return [{ kind: 'sources' }];
  if (typeof article === 'string') return [{ kind: 'path', path: article }];
  const target = readAnnotation(json)?.target;
  if (target?.kind === 'reply') return [{ kind: 'reply', to: target.to }];
  return listOf(json.target).flatMap((own): readonly ArticleHint[] => {
    const sources = isJsonObject(own) ? [textOf(own.scope), textOf(own.source), textOf(own.id)] : [textOf(own)];
    return sources.flatMap((source): readonly ArticleHint[] => {
      if (source === undefined || source === '') return [];
      if (source.startsWith(sourcePrefix)) return [{ kind: 'sources' }];
      return [
        { kind: 'path', path: decoded(source) },
        { kind: 'address', address: source },
      ];
    });
  });
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A stray percent sign: the path is what is written.
    return address;
  }
}
