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
