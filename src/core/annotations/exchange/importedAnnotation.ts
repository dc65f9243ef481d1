import { faultMessage } from '../../text/json/faultMessage';
import { readJson } from '../../text/json/jsonFault';
import type { JsonObject, JsonValue } from '../../text/json/jsonValue';
import { inEnglish } from '../../text/message';
import type { AnnotationTarget } from '../model/annotation';

/** One annotation out of another tool's file, before it is known which article it belongs to. */
export interface ImportedAnnotation {
  /** As it is to be kept; its target may be replaced once the article is known. */
  readonly json: JsonObject;
  /** What names its article: a path in the archive, an address, or, of a reply, what it answers. */
  readonly hints: readonly ArticleHint[];
  /** Where the passage is in the text it was made on, where that text came along. */
  readonly inText?: { readonly text: string; readonly start: number; readonly end: number };
  /** It was not made on the text that positions count in: they are to be found anew. */
  readonly isForeign: boolean;
  /** Used where the file says nothing. */
  readonly target?: AnnotationTarget;
}

export type ArticleHint =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'page'; readonly page: ImportedPage }
  | { readonly kind: 'reply'; readonly to: string }
  | { readonly kind: 'sources' };

/** A web page that annotations are on, for an archive that does not know its link. One object for all annotations on it. */
export interface ImportedPage {
  readonly title: string;
  readonly quotes: readonly string[];
}

export interface ImportedFile {
  readonly annotations: readonly ImportedAnnotation[];
  /** Fingerprints that came along, by the names of their texts. */
  readonly texts: ReadonlyMap<string, string>;
  /** What could not be read: its place in the file, and why. */
  readonly refused: readonly { readonly place: string; readonly detail: string }[];
}

export const importFormats = ['jsonld', 'hypothesis', 'doccano'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** A file that is not of the format at all. */
export class NotImportable extends Error {
  override readonly name = 'NotImportable';
}

export function parseImport(text: string): JsonValue {
  const { value, fault } = readJson(text);
  if (fault !== undefined) throw new NotImportable(inEnglish(faultMessage(fault)));
  return value as JsonValue;
}
