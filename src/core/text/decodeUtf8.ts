// `ignoreBOM` keeps a byte order mark in the text, so that offsets stay true to the document.
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of a file, a byte order mark kept as U+FEFF; undefined where the bytes are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    // Not UTF-8 is an answer here, which the caller tells the person.
    return undefined;
  }
}
