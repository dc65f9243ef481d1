import type { JsonPath } from './jsonTree';
import { isJsonObject } from './jsonValue';

/** A file that says nothing, or that is not there. */
export function isBlankFile(text: string | undefined): text is undefined | '' {
  return text === undefined || text.trim() === '';
}

/** What a JSON text holds, with a byte order mark before it or without. Throws where it is not JSON. */
export function parseJson(text: string): unknown {
  return JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** The same; `undefined`, which no JSON text holds, where it is not JSON. */
export function tryParseJson(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

/** A part of a parsed JSON text; undefined where there is none. */
export function partAt(json: unknown, path: JsonPath): unknown {
  let part = json;
  for (const step of path) {
    if (typeof step === 'number') part = Array.isArray(part) ? part[step] : undefined;
    else part = isJsonObject(part) && Object.hasOwn(part, step) ? part[step] : undefined;
  }
  return part;
}

/** The list at a path of a JSON text; an empty one stands in where there is none, or the text is not JSON. */
export function listAt(text: string | undefined, path: JsonPath): readonly unknown[] {
  const list = partAt(tryParseJson(text ?? ''), path);
  return Array.isArray(list) ? list : [];
}
